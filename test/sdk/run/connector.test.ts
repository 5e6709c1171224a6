import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WirePack } from '@okta/workflows-connector-sdk-types';
import { virtualClock } from '../../../sdk/run/clock';
import type { ConnectorSource } from '../../../sdk/run/connector';
import { createOrg } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';
import type { Transport, TransportRequest } from '../../../sdk/run/transport';
import { corpusFolder, describeCorpus } from '../../support/corpus';
import { examplePack, ids } from '../../support/example-pack';
import { reply } from './support/machine';

const read = (name: string): WirePack =>
  JSON.parse(readFileSync(join(corpusFolder, 'connector-builder', `${name}.flow`), 'utf8'));

function newOrg(answer: (request: TransportRequest) => ReturnType<typeof reply>) {
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    if (request.url === '') {
      return { host: '', path: '', query: {}, answer: { kind: 'bad request', message: 'No URL.' } };
    }
    const url = new URL(request.url);
    const query = Object.fromEntries(url.searchParams);
    return { host: url.host, path: url.pathname, query, answer: answer(request) };
  };
  const org = createOrg({
    clock: virtualClock('2026-01-01T00:00:00.000Z'),
    random: seededRandom('c'),
    transport,
  });
  return { org, requests };
}

const source = (...files: string[]): ConnectorSource => ({
  key: 'google_1',
  version: '0.1.0',
  title: 'Google',
  secretFields: ['client_secret', 'refresh_token'],
  packs: files.map((file) => ({ file: `${file}.flow`, pack: read(file) })),
});

const values = {
  client_id: 'id',
  client_secret: 'hush-hush',
  grant_type: 'refresh_token',
  refresh_token: 'refresh-me',
};

describeCorpus('deployConnector with the three flows of a real connector', () => {
  const services = ({ url }: TransportRequest) =>
    url.includes('googleapis') ? reply(200, { access_token: 'token-1' }) : reply(200, { items: [1] });

  it('makes one connector of them, whatever their order, stubs found by name', async () => {
    const { org, requests } = newOrg(services);
    org.deployConnector(source('customApiAction', 'authping', 'httpHelper'));
    const result = await org.callAction(
      'google_1',
      'customApiAction_fPVP5o0P16',
      {
        options: { request_type_5AHWJD: 'POST' },
        inputs: { url_AI8OFO: 'https://api.test/things', query_YE3RPF: { q: 'a b' }, body_PJ1O3E: { n: 1 } },
      },
      values,
    );
    expect(result).toMatchObject({
      outcome: 'success',
      outputs: { statuscode_Y3VIBO: 200, headers_EFIVVB: {}, body_SRQMRC: { items: [1] } },
    });
    expect(requests.map(({ method, url, headers, body }) => [method, url, headers, body])).toEqual([
      [
        'POST',
        'https://www.googleapis.com/oauth2/v4/token',
        {},
        JSON.stringify({
          client_id: 'id',
          client_secret: 'hush-hush',
          grant_type: 'refresh_token',
          refresh_token: 'refresh-me',
        }),
      ],
      ['POST', 'https://api.test/things?q=a%20b', { Authorization: 'Bearer token-1' }, '{"n":1}'],
    ]);
  });

  it('tests a connection with _authping, before it is made', async () => {
    const { org } = newOrg(services);
    org.deployConnector(source('authping', 'httpHelper'));
    // This one was left half finished: it calls no URL, so no connection ever works.
    expect(await org.ping('google_1', values)).toEqual({
      working: false,
      serviceResponse: { statusCode: null, message: null },
    });
    await expect(org.connect('google_1', values)).rejects.toThrow('The connection to "Google" does not work');
  });

  it('refuses what is not one whole connector', () => {
    const { org } = newOrg(services);
    expect(() => org.deployConnector(source('customApiAction'))).toThrow(
      'The connector "Google" calls the flow "htttpHelper", which no file holds.',
    );
    expect(() => org.deployConnector(source('httpHelper', 'httpHelper'))).toThrow(
      'has two flows "htttpHelper"',
    );
    org.deployConnector(source('httpHelper', 'customApiAction'));
    expect(() => org.deployConnector(source('httpHelper'))).toThrow('"google_1" 0.1.0 is deployed already');
  });

  it('says which connectors and actions there are', async () => {
    const { org } = newOrg(services);
    await expect(org.callAction('google_1', 'x', {}, values)).rejects.toThrow(
      'No connector "google_1" is deployed.',
    );
    org.deployConnector(source('httpHelper', 'customApiAction'));
    await expect(org.callAction('google_1', 'x', {}, values)).rejects.toMatchObject({
      hint: 'It has customApiAction_fPVP5o0P16.',
    });
    await expect(org.ping('google_1', values)).rejects.toThrow('has no _authping');
  });

  it('runs an action from a card of a flow, and knows which version the card wants', async () => {
    const { org } = newOrg(services);
    org.deployConnector(source('httpHelper', 'customApiAction'));
    await org.connect('google_1', values);
    const pack = examplePack();
    const card = pack.data.flos[ids.joinTexts]?.data?.methods.find((one) => one.node.key === 'concat');
    if (card === undefined) throw new Error('The example has changed.');
    const become = (version: string) => {
      card.address = `root:channels:http:google_1:${version}:customApiAction_fPVP5o0P16`;
      card.parents.channel = {
        address: 'root:channels:http:google_1',
        key: 'google_1',
        data: { name: 'Google' },
      };
      card.parents.version = {
        address: `root:channels:http:google_1:${version}`,
        key: version,
        data: { name: version },
      };
      card.node.key = card.node.model.key = 'customApiAction_fPVP5o0P16';
    };
    const keys = { string1: 'url_AI8OFO', string2: 'request_type_5AHWJD', output: 'statuscode_Y3VIBO' };
    for (const port of [
      ...Object.values(card.node.model.inputs.data),
      ...Object.values(card.node.model.outputs.data),
    ]) {
      // The three ports of Concatenate serve as an input, an option and an output.
      port.key = keys[port.key as keyof typeof keys];
      port.group = port.key === 'request_type_5AHWJD' ? 'parameters' : 'Any';
    }
    become('0.2.0');
    const { org: empty } = newOrg(services);
    empty.import(pack, 'x');
    empty.activate('Join two texts');
    const alone = await empty.run('Join two texts', { first: 'a', second: 'b' });
    expect(alone.error?.message).toContain('its connector "google_1" is not in the org');
    const other = org.import(pack, 'x').flows[0]?.id ?? '';
    expect(() => org.activate(other)).toThrow('of "google_1" 0.2.0, which is not deployed');
    become('0.1.0');
    const flow = org.import(pack, 'y').flows[0]?.id ?? '';
    org.activate(flow);
    const result = await org.run(flow, { first: 'https://api.test/x', second: 'GET' });
    expect(result).toMatchObject({ outcome: 'success', outputs: { joined: 200 } });
  });
});
