import axios from 'axios';
import { api, apiEndpointFlow, field, returnError, returnRaw, returnValues, waitFor } from '../../../sdk/dsl';
import type { Endpoints } from '../../../sdk/run/endpoints';
import { httpTransport } from '../../../sdk/run/transport';
import { orgWith } from './support/orgs';

const endpoint = (
  name: string,
  securityLevel: 'open' | 'medium' | 'high',
  body: Parameters<typeof apiEndpointFlow<{ email: ReturnType<typeof field.text> }>>[0]['body'],
) =>
  apiEndpointFlow({
    name,
    description: 'Called by its URL.',
    securityLevel,
    accepts: { email: field.text() },
    body,
  });

const flows = [
  endpoint('Open', 'open', ({ email }) => {
    returnValues({ seen: email });
  }),
  endpoint('Token', 'medium', () => {
    returnValues({ ok: true });
  }),
  endpoint('OAuth', 'high', () => {}),
  endpoint('Raw', 'open', () => {
    returnRaw({ statusCode: 404, headers: { 'Content-Type': 'application/xml' }, body: '<gone/>' });
  }),
  endpoint('Fails', 'open', () => {
    returnError({ statusCode: 422, message: 'No such user.' });
  }),
  endpoint('Closes', 'open', () => {
    api.close({ statusCode: 200, headers: { 'X-Job': '7' }, body: { accepted: true } });
    waitFor({ delay: 1, unit: 'day' });
    returnError({ statusCode: 500, message: 'Too late for the caller.' });
  }),
  endpoint('Waits', 'open', () => {
    waitFor({ delay: 5, unit: 'minute' });
  }),
];

describe('serve', () => {
  let endpoints: Endpoints;
  const { org, events, clock } = orgWith(flows);
  beforeAll(async () => {
    endpoints = await org.serve();
  });
  afterAll(() => endpoints.close());

  const call = (
    name: string,
    options: { headers?: Record<string, string>; query?: string; body?: unknown } = {},
  ) =>
    axios.post(
      `${endpoints.flows.find((flow) => flow.name === name)?.url}${options.query ?? ''}`,
      options.body ?? {},
      {
        headers: options.headers ?? {},
        ...(typeof options.body === 'string' ? { transformRequest: (text: string) => text } : {}),
        validateStatus: () => true,
        proxy: false,
      },
    );
  const tokenOf = (name: string) => endpoints.flows.find((flow) => flow.name === name)?.clientToken ?? '';

  it('lists the flows with their levels', () => {
    expect(endpoints.flows.map(({ name, security }) => `${name} ${security}`)).toEqual([
      'Open open',
      'Token medium',
      'OAuth high',
      'Raw open',
      'Fails open',
      'Closes open',
      'Waits open',
    ]);
  });

  it('answers 200 with what a flow returns', async () => {
    const { status, data } = await call('Open', { body: { email: 'ada@acme.test' } });
    expect({ status, data }).toEqual({ status: 200, data: { seen: 'ada@acme.test' } });
  });

  it('asks for the client token, in a header or as a parameter', async () => {
    const refused = await call('Token');
    expect(refused.status).toBe(401);
    expect(refused.data.message).toContain('x-api-client-token');
    expect((await call('Token', { headers: { 'x-api-client-token': 'wrong' } })).status).toBe(401);
    expect((await call('Token', { headers: { 'x-api-client-token': tokenOf('Token') } })).data).toEqual({
      ok: true,
    });
    expect((await call('Token', { query: `?clientToken=${tokenOf('Token')}` })).data).toEqual({ ok: true });
    expect(JSON.stringify(events)).not.toContain(tokenOf('Token'));
  });

  it('refuses what asks for OAuth, and says why', async () => {
    const { status, data } = await call('OAuth');
    expect(status).toBe(403);
    expect(data.message).toContain('OAuth access token');
  });

  it('answers as Return Raw and Return Error say', async () => {
    const raw = await call('Raw');
    expect([raw.status, raw.headers['content-type'], raw.data]).toEqual([404, 'application/xml', '<gone/>']);
    const failed = await call('Fails');
    expect([failed.status, failed.data]).toEqual([422, { statusCode: 422, message: 'No such user.' }]);
  });

  it('answers at once where the flow closes, which goes on', async () => {
    const since = clock.now();
    const { status, data, headers } = await call('Closes');
    expect([status, data, headers['x-job']]).toEqual([200, { accepted: true }, '7']);
    while (!events.some(({ type, flow }) => type === 'flow ended' && flow === 'Closes')) {
      await new Promise((go) => setImmediate(go));
    }
    expect(clock.now() - since).toBe(86_400_000);
  });

  it('knows no other paths, and no body that is not what it says', async () => {
    const { status } = await axios.get(`${endpoints.url}/api/flo/1/invoke`, {
      validateStatus: () => true,
      proxy: false,
    });
    expect(status).toBe(404);
    const bad = await call('Open', { headers: { 'content-type': 'application/json' }, body: '{' });
    expect(bad.status).toBe(400);
  });

  it('lets a flow of the org call another that waits', async () => {
    const target = endpoints.flows.find(({ name }) => name === 'Waits');
    const caller = endpoint('Caller', 'open', () => {
      api.post({ url: target?.url ?? '', query: {}, headers: {}, body: {} });
    });
    const { host } = new URL(endpoints.url);
    const transport = httpTransport({ hosts: { [host]: endpoints.url } });
    const other = orgWith([caller], { clock, transport });
    const since = clock.now();
    expect(await other.org.run('Caller', {})).toMatchObject({ outcome: 'success' });
    expect(clock.now() - since).toBe(300_000);
  });
});
