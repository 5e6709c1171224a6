/** `owf run`: any pack, its result in the form that the issue promises, and one clear message for whatever is wrong. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, WirePack, World } from '@okta/workflows-connector-sdk-types';
import { distFiles } from '../../deliver/dist';
import { ourConnector } from '../../scripts/world';
import { compilePack } from '../../sdk/compile/pack';
import { connection, eventFlow, field, helperFlow, http, okta, pack } from '../../sdk/dsl';
import { cli, type Printed, workplace } from '../support/cli';
import { corpusFolder, describeCorpus } from '../support/corpus';
import { examplePack, ids } from '../support/example-pack';
import { ADA, account, CANARY, describeOriginal, FLAGGED, ours, withBroken, worldOf } from '../support/story';

const place = workplace();
const metadataPack = place.file('metadata.folder', ours['auth0-user-metadata']);
const deactivationPack = place.file('deactivation.folder', ours['auth0-deactivation']);
const world = (change: object = {}, of = worldOf()) => place.file('world.json', { ...of, ...change });

/** Small flows for what the packs do not do. */
const probes = place.file(
  'probes.folder',
  compilePack(
    pack({
      name: 'probes',
      title: 'Probes',
      description: 'Flows for tests.',
      flows: [
        helperFlow({
          name: 'Ask',
          description: 'Asks a URL.',
          inputs: { url: field.text() },
          outputs: { body: field.text() },
          body({ url }) {
            return { body: http.rawRequest({ url, method: 'GET', headers: {}, query: {} }).body };
          },
        }),
        eventFlow({
          name: 'Suspended',
          description: 'Another event.',
          event: okta.events.userSuspended,
          body() {},
        }),
      ],
      tables: [],
      connections: [connection('okta', 'Okta')],
    }),
  ),
);

const run = (...argv: string[]) => cli('run', ...argv, '--format', 'json');

describe('the result', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await run(metadataPack, '--world', world());
  });

  it('is one JSON document of this form, alone on stdout', () => {
    expect({ code: printed.code, stderr: printed.stderr }).toEqual({ code: 0, stderr: '' });
    const { auth0, okta: oktaUsers, ...rest } = printed.json();
    expect(rest).toEqual({
      outcome: 'success',
      flows: [
        { name: '[util] Get Configuration', outcome: 'success' },
        { name: '[util] Get Access Token', outcome: 'success' },
        { name: '[util] Get Auth0 User Id', outcome: 'success' },
        { name: '[util] Update Auth0 User', outcome: 'success' },
        { name: '[main] User Deactivated', outcome: 'success' },
      ],
      requests: [
        { tenant: 'okta', method: 'GET', path: `/api/v1/users/${ADA}`, query: {}, status: 200, body: null },
        {
          tenant: 'auth0',
          method: 'POST',
          path: '/oauth/token',
          query: {},
          status: 200,
          body: {
            client_id: 'workflows',
            client_secret: '[redacted]',
            audience: 'https://acme.eu.auth0.test/api/v2/',
            grant_type: 'client_credentials',
          },
        },
        {
          tenant: 'auth0',
          method: 'GET',
          path: '/api/v2/users-by-email',
          query: { email: 'ada@acme.test' },
          status: 200,
          body: null,
        },
        {
          tenant: 'auth0',
          method: 'PATCH',
          path: '/api/v2/users/auth0%7Cada',
          query: {},
          status: 200,
          body: FLAGGED,
        },
      ],
      tables: {
        configuration: [
          { name: 'domain', value: 'acme.eu.auth0.test' },
          { name: 'client_id', value: 'workflows' },
          { name: 'client_secret', value: '[redacted]' },
        ],
      },
    });
    expect(auth0.users).toEqual([expect.objectContaining({ user_id: 'auth0|ada', ...FLAGGED })]);
    expect(oktaUsers.users).toEqual([expect.objectContaining({ id: ADA, status: 'DEPROVISIONED' })]);
  });

  it('is the same the second time', async () => {
    expect((await run(metadataPack, '--world', world())).stdout).toBe(printed.stdout);
    const [one, other] = [place.at('one.ndjson'), place.at('other.ndjson')];
    for (const file of [one, other]) await run(deactivationPack, '--world', world(), '--trace', file);
    expect(place.content()['one.ndjson']).toBe(place.content()['other.ndjson']);
  });

  it('is told to people as it happens', async () => {
    const { code, stdout } = await cli('run', metadataPack, '--world', world());
    expect(code).toBe(0);
    expect(stdout).toContain('→ PATCH acme.eu.auth0.test/api/v2/users/auth0%7Cada');
    expect(stdout).toMatch(/\nsuccess: 5 flows, 4 requests\.\n$/);
  });

  it('of a helper flow comes with its own name alone, and no deactivation', async () => {
    const input = place.file('input.json', { url: 'https://acme.okta.test/api/v1/users/00u1ada' });
    const { json } = await run(probes, '--flow', 'Ask', '--input', input, '--world', world());
    expect(json()).toMatchObject({
      // Without a token Okta refuses.
      outcome: 'error',
      error: { flow: 'Ask', card: 'Raw Request', statusCode: 401 },
      flows: [{ name: 'Ask', outcome: 'error' }],
      okta: { users: [{ status: 'ACTIVE' }] },
    });
  });

  it('is "stopped" with exit code 0 where a Continue If ended the run', async () => {
    const { code, json } = await run(metadataPack, '--world', world({}, worldOf({ accounts: [] })));
    expect(code).toBe(0);
    expect(json()).toMatchObject({ outcome: 'stopped', auth0: { users: [] } });
    expect(json().error).toBeUndefined();
  });

  it('takes in every user that the world deactivates, in order', async () => {
    const { okta: tenant, ...rest } = worldOf({
      accounts: [account('auth0|ada', 'ada@acme.test'), account('auth0|bob', 'bob@acme.test')],
    });
    const bob = { id: '00u2bob', status: 'ACTIVE', profile: { login: 'bob', email: 'bob@acme.test' } };
    const file = world({
      ...rest,
      okta: { ...tenant, users: [...tenant.users, bob] },
      deactivate: ['00u2bob', ADA],
    });
    const { json } = await run(deactivationPack, '--world', file);
    const patched = json()
      .requests.filter((each: JsonObject) => each.method === 'PATCH')
      .map((each: JsonObject) => each.path);
    expect([...new Set(patched)]).toEqual(['/api/v2/users/auth0%7Cbob', '/api/v2/users/auth0%7Cada']);
    expect(json().auth0.users).toMatchObject([FLAGGED, FLAGGED]);
  });
});

describeOriginal('the original export, unmodified', (_, file) => {
  it('asks for a token, looks up, patches what it always patched', async () => {
    const { code, json } = await run(file);
    expect(code).toBe(0);
    expect(json().requests.map(({ method, path }: JsonObject) => `${method} ${path}`)).toEqual([
      'GET /api/v1/users/00u1ada',
      'POST /oauth/token',
      'GET /api/v2/users-by-email',
      'PATCH /api/v2/users/auth0|ada',
    ]);
    expect(json().requests[3].body).toEqual({ user_metadata: { okta: { deactivated: 'true' } } });
  });

  it('misses ada+sso@acme.test, whom ours finds', async () => {
    const plus = world({}, worldOf({ email: 'ada+sso@acme.test' }));
    const original = (await run(file, '--world', plus)).json();
    expect(original).toMatchObject({ outcome: 'stopped' });
    expect(original.auth0.users[0].user_metadata).toBeUndefined();
    for (const ourPack of [metadataPack, deactivationPack]) {
      const result = (await run(ourPack, '--world', plus)).json();
      expect(result).toMatchObject({ outcome: 'success', auth0: { users: [FLAGGED] } });
    }
  });
});

describe('--trace', () => {
  it('writes a line of JSON for everything that happens', async () => {
    const file = place.at('trace.ndjson');
    const { code } = await run(deactivationPack, '--world', world(), '--trace', file);
    expect(code).toBe(0);
    const text = place.content()['trace.ndjson'] ?? '';
    expect(text.endsWith('\n')).toBe(true);
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const event of events)
      expect(event).toMatchObject({
        type: expect.any(String),
        at: expect.stringMatching(/Z$/),
        run: expect.stringMatching(/^run-/),
        flow: expect.any(String),
      });
    expect(events[0]).toMatchObject({ type: 'flow started', flow: '[main] User Deactivated' });
    expect(events.at(-1)).toMatchObject({
      type: 'flow ended',
      flow: '[main] User Deactivated',
      outcome: 'success',
    });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['flow started', 'flow ended', 'card', 'request']),
    );
  });

  it('tells of a failed run as well', async () => {
    const file = place.at('failed.ndjson');
    const faults = [{ tenant: 'auth0', method: 'PATCH', path: '*', status: 500 }];
    const { code } = await run(metadataPack, '--world', world({ faults }), '--trace', file);
    expect(code).toBe(1);
    expect(place.content()['failed.ndjson']).toContain('"type":"error"');
  });
});

describe('a run that fails ends with 1, its JSON printed', () => {
  const rows: [what: string, pack: string, change: object, error: object][] = [
    [
      'a wrong secret in the table',
      metadataPack,
      worldOf({ wrongSecret: 'not-the-right-one' }),
      { flow: '[util] Get Access Token', card: 'Raw Request', statusCode: 401, message: 'Unauthorized' },
    ],
    [
      'a missing row of the table',
      metadataPack,
      worldOf({ configuration: [{ name: 'domain', value: 'acme.eu.auth0.test' }] }),
      {
        flow: '[util] Get Configuration',
        card: 'Return Error If',
        statusCode: 400,
        message:
          'Table "configuration" has no value for "client_id"; add a row with that name and its value.',
      },
    ],
    [
      'no table in the world at all',
      metadataPack,
      { tables: {} },
      { statusCode: 400, message: expect.stringContaining('no value for "domain"') },
    ],
    [
      'an unknown host',
      metadataPack,
      worldOf({
        configuration: [
          { name: 'domain', value: 'elsewhere.test' },
          { name: 'client_id', value: 'x' },
          { name: 'client_secret', value: CANARY },
        ],
      }),
      {
        statusCode: null,
        message: expect.stringMatching(/does not know the host "elsewhere\.test".*add to the world: "hosts"/),
      },
    ],
    [
      'a missing scope',
      deactivationPack,
      worldOf({ scopes: ['read:users'] }),
      { flow: '[main] User Deactivated', statusCode: 403 },
    ],
    [
      'an error in the body of the event',
      deactivationPack,
      { faults: [{ tenant: 'okta', path: '/api/v1/users/*', method: 'GET', status: 500 }] },
      { flow: '[main] User Deactivated', card: 'Read User', statusCode: 500 },
    ],
  ];
  it.each(rows)('%s', async (_, file, change, error) => {
    const { code, stdout, stderr, json } = await run(file, '--world', world(change));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(json()).toMatchObject({ outcome: 'error', error });
    expect(Object.keys(json().error).sort()).toEqual(['card', 'flow', 'message', 'statusCode']);
    expect(stdout).not.toMatch(/not-the-right-one|canary/);
  });

  it('an unknown route, even where the flow did not mind', async () => {
    const input = place.file('input.json', { url: 'https://acme.eu.auth0.test/api/v2/nothing' });
    const { code, json } = await run(probes, '--flow', 'Ask', '--input', input, '--world', world());
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      outcome: 'error',
      error: { message: expect.stringContaining('no route for GET /api/v2/nothing') },
    });
  });

  it('and people see what failed where', async () => {
    const { code, stdout } = await cli(
      'run',
      metadataPack,
      '--world',
      world({}, worldOf({ wrongSecret: 'not-the-right-one' })),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('error: [util] Get Access Token > Raw Request: Unauthorized (status 401)');
  });
});

/** A pack of ours with something changed. */
function changed(name: string, change: (pack: WirePack) => void): string {
  const copy = structuredClone(ours['auth0-user-metadata']);
  change(copy);
  return place.file(name, copy);
}

describe('bad input ends with 2, one message with its repair, and changes nothing', () => {
  const helperCalled = Object.values(ours['auth0-user-metadata'].data.flos).find(
    ({ name }) => name === '[util] Get Access Token',
  );
  const json = (content: unknown) => place.file('input.json', content);
  const key = ourConnector().key;
  const rows: [what: string, argv: () => string[], message: RegExp, hint: RegExp][] = [
    [
      'no file',
      () => [place.at('none.folder')],
      /There is no file ".*none\.folder"/,
      /Name an existing file/,
    ],
    ['a folder', () => [place.folder], /is a folder, not a file/, /Name an existing file/],
    [
      'not JSON',
      () => [place.file('x.flow', '{"type": "flopack"')],
      /is no pack: The file is not JSON: line 1/,
      /\.flow, \.folder or \.flopack/,
    ],
    ['an empty file', () => [place.file('x.flow', '')], /is no pack: The file is empty/, /Export/],
    [
      'JSON, but no pack',
      () => [place.file('x.flow', { a: 1 })],
      /is no pack: This is JSON but not a pack: its "type" is missing/,
      /\.flow, \.folder/,
    ],
    ['a list', () => [place.file('x.flow', [])], /is no pack: .*a list/, /\.flow, \.folder/],
    [
      'a pack of another version',
      () => [changed('x.folder', (each) => void Object.assign(each, { version: '9.0.0' }))],
      /"9\.0\.0"/,
      /./,
    ],
    [
      'a broken reference',
      () => [changed('x.folder', (each) => void delete each.data.flos[helperCalled?.id ?? ''])],
      /x\.folder/,
      /./,
    ],
    [
      'an unknown flow',
      () => [metadataPack, '--flow', 'nope'],
      /has no flow "nope"/,
      /Its flows: "\[main\] User Deactivated", "\[util\] Get Access Token"/,
    ],
    [
      'an event that cannot be played',
      () => [probes, '--flow', 'Suspended'],
      /starts with another event/,
      /helper flow/,
    ],
    [
      'no flow that a deactivation starts',
      () => [probes],
      /No flow of .* starts when Okta deactivates a user/,
      /--flow\. Its flows: "Ask", "Suspended"/,
    ],
    [
      'no input file',
      () => [probes, '--flow', 'Ask', '--input', place.at('none.json')],
      /There is no file/,
      /Name an existing file/,
    ],
    [
      'an input that is not JSON',
      () => [probes, '--flow', 'Ask', '--input', json('{url: 1}')],
      /input\.json" is not JSON: line 1/,
      /Mend the file/,
    ],
    [
      'an input that is no object',
      () => [probes, '--flow', 'Ask', '--input', json(['x'])],
      /is no JSON object/,
      /by name/,
    ],
    [
      'an unknown input',
      () => [probes, '--flow', 'Ask', '--input', json({ uri: 'x' })],
      /has no input "uri"/,
      /Its inputs: "url"/,
    ],
    [
      'an input for an event',
      () => [metadataPack, '--input', json({})],
      /starts with an event and takes no input/,
      /Leave --input out/,
    ],
    [
      'no world file',
      () => [metadataPack, '--world', place.at('none.json')],
      /There is no file/,
      /Name an existing file/,
    ],
    [
      'a world that is not JSON',
      () => [metadataPack, '--world', place.file('world.json', 'okta:')],
      /world\.json" is not JSON/,
      /Mend the file/,
    ],
    [
      'an unknown key of the world',
      () => [metadataPack, '--world', world({ users: [] })],
      /has the unknown key "users"/,
      /default-world\.json/,
    ],
    [
      'an unknown user to deactivate',
      () => [metadataPack, '--world', world({ deactivate: ['00u9'] })],
      /no Okta user "00u9"/,
      /okta\.users/,
    ],
    [
      'a world without Okta users',
      () => [metadataPack, '--world', world({ okta: { domain: 'o.test', users: [] } })],
      /no Okta user to deactivate/,
      /okta\.users/,
    ],
    [
      'wrong credentials of the connection',
      () => [deactivationPack, '--world', world({}, worldOf({ wrongSecret: 'not-the-right-one' }))],
      /connection to "Auth0 Lifecycle" does not work: .*401/,
      /values of the connection/,
    ],
    [
      'an empty connection',
      () => [
        deactivationPack,
        '--world',
        world({ connections: { [key]: { domain: '', client_id: '', client_secret: '' } } }),
      ],
      /connection|Testing/,
      /./,
    ],
    [
      'a table with an unknown column',
      () => [metadataPack, '--world', world({ tables: { configuration: [{ key: 'domain' }] } })],
      /"configuration" has no column "key"; it has "name", "value"/,
      /columns/,
    ],
    [
      'a trace in no folder',
      () => [metadataPack, '--trace', place.at('nowhere', 'trace')],
      /trace" cannot be written: its folder does not exist/,
      /another place/,
    ],
    [
      'no folder with a connector',
      () => [metadataPack, '--connector', place.at('nowhere')],
      /There is no folder/,
      /Name a folder/,
    ],
    [
      'a folder without a connector',
      () => [metadataPack, '--connector', join(__dirname)],
      /holds no \.flow file/,
      /Export/,
    ],
  ];
  it.each(rows)('%s', async (_, argv, message, hint) => {
    const given = argv();
    const before = place.content();
    const { code, stdout, stderr } = await run(...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [error, repair, ...rest] = stderr.trimEnd().split('\n');
    expect(error).toMatch(/^error: /);
    expect(error).toMatch(message);
    expect(repair).toMatch(/^ {2}hint: /);
    expect(repair).toMatch(hint);
    expect(rest).toEqual([]);
    expect(stderr).not.toMatch(/not-the-right-one|canary/);
    expect(place.content()).toEqual(before);
  });

  it('nothing listens any more, so that the program can end', async () => {
    // The tenants are running when the connector turns out to be broken.
    const folder = place.at('half');
    mkdirSync(folder);
    const [ping] = distFiles().filter(({ path }) => path.endsWith('-authping.flow'));
    place.file('half/ping.flow', ping?.text);
    const listening = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const { code, stderr } = await run(metadataPack, '--world', world(), '--connector', folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/calls the flow "httpHelper", which no file holds/);
    // A closed server leaves the list a few turns later.
    for (let turn = 0; turn < 100 && listening() > 0; turn++) await new Promise(setImmediate);
    expect(listening()).toBe(0);
  });
});

describe('secrets', () => {
  const secrets = ['canary-client', 'canary-connection', 'canary-password', 'canary-other'];
  const [client, ofConnection, password, other] = secrets;
  const full = (): World => {
    const base = worldOf({ accounts: [account('auth0|ada', 'ada@acme.test', { password: password ?? '' })] });
    return {
      ...base,
      auth0: {
        ...base.auth0,
        clients: [
          { client_id: 'workflows', client_secret: client ?? '', scopes: ['read:users', 'update:users'] },
          { client_id: 'second', client_secret: ofConnection ?? '', scopes: ['read:users', 'update:users'] },
        ],
      },
      tables: {
        configuration: [
          { name: 'domain', value: base.auth0.domain },
          { name: 'client_id', value: 'workflows' },
          { name: 'client_secret', value: client ?? '' },
          { name: 'api_token', value: other ?? '' },
        ],
      },
      connections: {
        [ourConnector().key]: {
          domain: base.auth0.domain,
          client_id: 'second',
          client_secret: ofConnection ?? '',
        },
      },
    };
  };

  it.each([
    ['metadata', 'json', {}],
    ['metadata', 'text', {}],
    ['deactivation', 'json', {}],
    ['deactivation', 'text', {}],
    ['metadata', 'text', { faults: [{ tenant: 'auth0', path: '*', status: 500 }] }],
    ['deactivation', 'text', { faults: [{ tenant: 'auth0', method: 'PATCH', path: '*', reset: true }] }],
  ])('of a run of %s are in no output as %s (%j)', async (name, format, change) => {
    const trace = place.at('secret.ndjson');
    const { stdout, stderr } = await cli(
      'run',
      place.at(`${name}.folder`),
      '--world',
      world({ ...full(), ...change }),
      '--trace',
      trace,
      '--format',
      format,
    );
    const shown = stdout + stderr + place.content()['secret.ndjson'];
    for (const secret of secrets) {
      for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
        expect(shown).not.toContain(form);
      }
    }
    // No JWT either: every one of ours begins like this.
    expect(shown).not.toContain('eyJ');
    expect(shown).toContain('[redacted]');
  });
});

describe('--connector', () => {
  it('deploys the single files of a connector, the flows they only name found by name', async () => {
    const folder = place.at('deployed');
    mkdirSync(folder);
    const key = 'auth0deployed_0123456789abcdef0123456789abcdef';
    for (const { path, text } of distFiles()) {
      if (/^connector\/.*\.flow$/.test(path)) place.file(path.replace('connector', 'deployed'), text);
    }
    const rebound = JSON.stringify(ours['auth0-deactivation']).replaceAll(ourConnector().key, key);
    const connections = {
      [key]: { domain: 'acme.eu.auth0.test', client_id: 'workflows', client_secret: CANARY },
    };
    const file = place.file('rebound.folder', rebound);
    const { code, json, stdout } = await run(file, '--world', world({ connections }), '--connector', folder);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ outcome: 'success', auth0: { users: [FLAGGED] } });
    expect(stdout).not.toContain(CANARY);
  });

  describeCorpus('the flows of a real connector', () => {
    const values = {
      client_id: 'id',
      client_secret: CANARY,
      grant_type: 'refresh_token',
      refresh_token: 'canary-refresh',
    };
    const real = join(corpusFolder, 'connector-builder');

    it('run behind a card of a pack', () =>
      withBroken(
        { 'POST /oauth2/v4/token': '{"access_token":"canary-token"}', 'GET /things': '{"items":[1]}' },
        async ({ hosts }) => {
          const [url = ''] = Object.values(hosts ?? {});
          const folder = place.at('google');
          mkdirSync(folder);
          for (const name of ['httpHelper', 'customApiAction'])
            place.file(`google/${name}.flow`, readFileSync(join(real, `${name}.flow`), 'utf8'));
          const input = place.file('input.json', { first: 'https://api.test/things', second: 'GET' });
          const { code, json, stdout } = await run(
            ...[place.file('google.folder', googlePack()), '--flow', 'Join two texts', '--input', input],
            ...[
              '--connector',
              folder,
              '--world',
              world({
                connections: { google_1: values },
                hosts: { 'www.googleapis.com': url, 'api.test': url },
              }),
            ],
          );
          expect(code).toBe(0);
          expect(json().requests).toMatchObject([
            { tenant: 'www.googleapis.com', method: 'POST', path: '/oauth2/v4/token', status: 200 },
            { tenant: 'api.test', method: 'GET', path: '/things', status: 200 },
          ]);
          expect(stdout).not.toContain('canary');
        },
      ));

    it('all three: its _authping is asked first, and what it lacks is said', async () => {
      const file = place.file('google.folder', googlePack());
      const { code, stdout, stderr } = await run(
        file,
        '--flow',
        'Join two texts',
        '--connector',
        real,
        '--world',
        world({ connections: { google_1: values } }),
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^error: Testing the connection failed: The world does not know the host "www\.googleapis\.com".*\n {2}hint: /,
      );
    });
  });
});

/** A helper flow with one card: the real connector's Custom API Action. */
function googlePack(): WirePack {
  const method = 'customApiAction_fPVP5o0P16';
  const made = examplePack();
  const card = made.data.flos[ids.joinTexts]?.data?.methods.find((one) => one.node.key === 'concat');
  if (card === undefined) throw new Error('The example has changed.');
  card.address = `root:channels:http:google_1:0.1.0:${method}`;
  card.parents.channel = {
    address: 'root:channels:http:google_1',
    key: 'google_1',
    data: { name: 'Google' },
  };
  card.parents.version = {
    address: 'root:channels:http:google_1:0.1.0',
    key: '0.1.0',
    data: { name: '0.1.0' },
  };
  card.node.key = card.node.model.key = method;
  const keys: Record<string, string> = {
    string1: 'url_AI8OFO',
    string2: 'request_type_5AHWJD',
    output: 'statuscode_Y3VIBO',
  };
  for (const port of [
    ...Object.values(card.node.model.inputs.data),
    ...Object.values(card.node.model.outputs.data),
  ]) {
    port.key = keys[port.key] ?? port.key;
    port.group = port.key === 'request_type_5AHWJD' ? 'parameters' : 'Any';
  }
  return made;
}
