import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, WirePack } from '@okta/workflows-connector-sdk-types';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg, type Org } from '../../../sdk/run/org';
import { ImportRefused, OrgError } from '../../../sdk/run/org-error';
import { seededRandom } from '../../../sdk/run/random';
import type { TraceEvent } from '../../../sdk/run/trace';
import { httpTransport, type Transport } from '../../../sdk/run/transport';
import { startAuth0Tenant } from '../../../tenants/auth0';
import { startOktaTenant } from '../../../tenants/okta';
import { corpusFolder, describeCorpus } from '../../support/corpus';
import { examplePack, ids } from '../../support/example-pack';

const START = '2026-01-01T00:00:00.000Z';
const nobody: Transport = async ({ url }) => {
  throw new Error(`Nothing is called here, least of all ${url}`);
};

function newOrg(transport: Transport = nobody): { org: Org; events: TraceEvent[] } {
  const events: TraceEvent[] = [];
  const org = createOrg({
    clock: virtualClock(START),
    random: seededRandom('org'),
    transport,
    onTrace: (event) => events.push(event),
  });
  return { org, events };
}

/** What is thrown, with its repair. */
function refusal(work: () => unknown): { message: string; hint: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('createOrg', () => {
  it('imports flows, off, and tables, empty', () => {
    const { org } = newOrg();
    const imported = org.import(examplePack(), 'example.folder');
    expect(imported.flows.map(({ name }) => name)).toEqual([
      'Join two texts',
      'Greet',
      'Nightly',
      'Endpoint',
      'On user',
    ]);
    expect(imported.tables).toEqual([{ id: ids.table, name: 'people' }]);
    expect(imported.connections).toContain('okta');
    expect(org.flows().every(({ on }) => !on)).toBe(true);
    expect(org.tables()).toEqual({ people: [] });
  });

  it('imports the same pack again as new flows', () => {
    const { org } = newOrg();
    const first = org.import(examplePack(), 'a');
    const second = org.import(examplePack(), 'b');
    expect(org.flows()).toHaveLength(10);
    expect(org.tables()).toEqual({ people: [], 'people (2)': [] });
    expect(refusal(() => org.activate('Greet'))).toEqual({
      message: '2 flows are named "Greet".',
      hint: `Name one by its id: ${first.flows[1]?.id}, ${second.flows[1]?.id}.`,
    });
  });

  it('refuses a pack with a broken reference, and changes nothing', () => {
    const { org } = newOrg();
    const pack = examplePack();
    const [scope] = Object.values(pack.data.flos);
    const [edge] = Object.keys(scope?.data?.orderings ?? {});
    if (scope?.data && edge !== undefined) scope.data.orderings[edge] = ['nowhere', 'else'];
    let refused: unknown;
    try {
      org.import(pack, 'broken.folder');
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(refused).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ file: 'broken.folder' })]),
    });
    expect(org.flows()).toEqual([]);
    expect(org.tables()).toEqual({});
  });

  it('runs a helper flow that is on', async () => {
    const { org } = newOrg();
    org.import(examplePack(), 'example.folder');
    await expect(org.run('Join two texts')).rejects.toThrow('The flow "Join two texts" is off.');
    org.activate('Join two texts');
    const result = await org.run('Join two texts', { first: 'a', second: 'b' });
    expect(result).toMatchObject({ outcome: 'success', outputs: { joined: 'ab' }, runId: 'run-1' });
  });

  it('says which flows there are', async () => {
    const { org } = newOrg();
    expect(refusal(() => org.activate('Greet'))).toEqual({
      message: 'The org has no flow "Greet".',
      hint: 'It has none; import a pack.',
    });
    org.import(examplePack(), 'example.folder');
    expect(refusal(() => org.activate('Greeet')).hint).toContain('"Join two texts", "Greet"');
  });

  it('does not turn on a flow whose card has no connection', async () => {
    const { org } = newOrg();
    org.import(examplePack(), 'example.folder');
    expect(refusal(() => org.activate('On user'))).toEqual({
      message:
        'The card "User Deactivated" of the flow "On user" has no connection, so the flow cannot be turned on.',
      hint: 'Connect first: the world\'s "connections" need an entry "okta".',
    });
    await org.connect('okta', { domain: 'acme.okta.test', token: 'okta-token' });
    org.activate('On user');
    expect(org.flows().filter(({ on }) => on)).toHaveLength(1);
  });

  it('does not turn on a flow that calls one outside the pack', () => {
    const { org } = newOrg();
    const pack = examplePack();
    const joined = pack.data.flos[ids.joinTexts];
    if (joined !== undefined) joined.data = null;
    org.import(pack, 'example.folder');
    expect(refusal(() => org.activate('Greet')).message).toContain(
      '"Join two texts", which is not in the org',
    );
    expect(refusal(() => org.activate('Join two texts')).message).toContain('is only named in the pack');
  });

  it('delivers an event to the flows that listen to it, and that are on', async () => {
    const { org, events } = newOrg();
    org.import(examplePack(), 'example.folder');
    await org.connect('okta', { domain: 'acme.okta.test', token: 'okta-token' });
    const delivery = {
      eventId: 'e',
      data: {
        events: [
          { eventType: 'user.lifecycle.deactivate', uuid: 'u1' },
          { eventType: 'user.lifecycle.activate', uuid: 'u2' },
        ],
      },
    };
    expect(await org.deliver(delivery)).toEqual([]);
    org.activate('On user');
    expect(await org.deliver(delivery)).toMatchObject([{ flow: 'On user', outcome: 'success' }]);
    expect(events.map(({ type }) => type)).toEqual(['flow started', 'card', 'flow ended']);
    await expect(org.run('On user')).rejects.toThrow('starts with an event');
    org.deactivate('On user');
    expect(await org.deliver(delivery)).toEqual([]);
  });

  it('fills tables, or says what does not fit and changes nothing', () => {
    const { org } = newOrg();
    org.import(examplePack(), 'example.folder');
    org.fillTable('people', [{ name: 'Ada' }, {}]);
    expect(org.tables()).toEqual({ people: [{ name: 'Ada' }, { name: null }] });
    expect(refusal(() => org.fillTable('poeple', [])).hint).toBe('It has "people".');
    expect(refusal(() => org.fillTable('people', [{ name: 'Bob' }, { nmae: 'Eve' }])).message).toBe(
      'The table "people" has no column "nmae"; it has "name".',
    );
    expect(org.tables().people).toHaveLength(2);
  });

  it('runs a pack and its copy alike, to the last line of the trace', async () => {
    const lines = async (pack: WirePack) => {
      const { org, events } = newOrg();
      for (const { id, name } of org.import(pack, 'x').flows) if (name === 'Join two texts') org.activate(id);
      await org.run('Join two texts', { first: '1', second: '2' });
      return events.map((event) => JSON.stringify(event)).join('\n');
    };
    expect(await lines(JSON.parse(JSON.stringify(examplePack())))).toBe(await lines(examplePack()));
  });
});

const readCorpus = (name: string): WirePack => JSON.parse(readFileSync(join(corpusFolder, name), 'utf8'));

describeCorpus('createOrg with the original export', () => {
  const secret = 'a-very-secret-client-secret';

  /** The embedded tenants and the unmodified pack between them. */
  async function story(email: string, rows?: JsonObject[]) {
    const clock = virtualClock(START);
    const random = seededRandom('story');
    const deliveries: JsonObject[] = [];
    const auth0 = await startAuth0Tenant({
      seed: {
        domain: 'acme.auth0.test',
        clients: [{ client_id: 'client', client_secret: secret, scopes: ['read:users', 'update:users'] }],
        users: [
          {
            user_id: 'auth0|ada',
            email,
            connection: 'Username-Password-Authentication',
            user_metadata: { theme: 'dark' },
          },
        ],
      },
      clock,
      random,
    });
    const okta = await startOktaTenant({
      seed: {
        domain: 'acme.okta.test',
        users: [
          { id: '00u1', status: 'ACTIVE', profile: { login: email, email, firstName: 'Ada', lastName: 'L' } },
        ],
      },
      clock,
      random,
      onEvent: (delivery) => void deliveries.push(delivery),
    });
    const events: TraceEvent[] = [];
    const transport = httpTransport({ hosts: { [auth0.domain]: auth0.url, [okta.domain]: okta.url } });
    try {
      const org = createOrg({ clock, random, transport, onTrace: (event) => events.push(event) });
      const { flows } = org.import(
        readCorpus('iamse-blog/auth0-user-metadata/auth0UserMetaData.folder'),
        'original',
      );
      await org.connect('okta', { domain: okta.domain, token: okta.apiToken });
      org.fillTable(
        'configuration',
        rows ?? [
          { name: 'domain', value: auth0.domain },
          { name: 'client_id', value: 'client' },
          { name: 'client_secret', value: secret },
        ],
      );
      for (const { id } of flows) org.activate(id);
      await transport({
        method: 'POST',
        url: `https://${okta.domain}/api/v1/users/00u1/lifecycle/deactivate`,
        headers: { Authorization: `SSWS ${okta.apiToken}` },
        body: null,
      });
      await okta.settled();
      const results = [];
      for (const delivery of deliveries) results.push(...(await org.deliver(delivery)));
      return { results, events, user: auth0.users()[0], token: okta.apiToken };
    } finally {
      await auth0.close();
      await okta.close();
    }
  }

  const requestsOf = (events: TraceEvent[]) =>
    events.flatMap((event) =>
      event.type === 'request' ? [[event.method, event.host, event.path, event.query, event.status]] : [],
    );

  it('runs it unmodified: token, users by e-mail, update', async () => {
    const { results, events, user } = await story('ada@acme.test');
    expect(results).toMatchObject([{ flow: '[main] User Deactivated', outcome: 'success', innerErrors: [] }]);
    expect(requestsOf(events)).toEqual([
      ['GET', 'acme.okta.test', '/api/v1/users/00u1', {}, 200],
      ['POST', 'acme.auth0.test', '/oauth/token', {}, 200],
      ['GET', 'acme.auth0.test', '/api/v2/users-by-email', { email: 'ada@acme.test' }, 200],
      ['PATCH', 'acme.auth0.test', '/api/v2/users/auth0|ada', {}, 200],
    ]);
    const patch = events.findLast((event) => event.type === 'request');
    expect(patch).toMatchObject({ body: { user_metadata: { okta: { deactivated: 'true' } } } });
    expect(user).toMatchObject({ user_metadata: { theme: 'dark', okta: { deactivated: 'true' } } });
  });

  it('shows no secret and no token', async () => {
    const { events, token } = await story('ada@acme.test');
    const trace = JSON.stringify(events);
    expect(trace).not.toContain(secret);
    expect(trace).not.toContain(token);
    expect(trace).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('shows the original’s miss: a plus in the address is sent as it is', async () => {
    const { results, events, user } = await story('ada+sso@acme.test');
    expect(results).toMatchObject([{ outcome: 'stopped' }]);
    expect(requestsOf(events).at(-1)).toEqual([
      'GET',
      'acme.auth0.test',
      '/api/v2/users-by-email',
      { email: 'ada sso@acme.test' },
      200,
    ]);
    expect(user).toMatchObject({ user_metadata: { theme: 'dark' } });
  });

  it('asks for the domain when its row is missing', async () => {
    const { results } = await story('ada@acme.test', [{ name: 'client_id', value: 'client' }]);
    expect(results[0]?.error).toMatchObject({ flow: '[util] Get Access Token', card: 'Raw Request' });
    expect(results[0]?.error?.message).toContain('was the domain in front of it empty?');
  });

  it('reports wrong credentials as an error inside the event', async () => {
    const { results } = await story('ada@acme.test', [
      { name: 'domain', value: 'acme.auth0.test' },
      { name: 'client_id', value: 'client' },
      { name: 'client_secret', value: 'wrong-secret' },
    ]);
    expect(results).toMatchObject([
      { outcome: 'success', innerErrors: [{ statusCode: 401, flow: '[util] Get Access Token' }] },
    ]);
  });

  it('gives the same trace twice', async () => {
    const [first, second] = [await story('ada@acme.test'), await story('ada@acme.test')];
    expect(second.events).toEqual(first.events);
  });
});
