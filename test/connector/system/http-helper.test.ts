/** The connector's only way to Auth0, as its actions use it. */

import { compileConnector } from '../../../sdk/compile/connector';
import { viewPack } from '../../../sdk/pack/view';
import { AUTH0_DOMAIN, CANARY, withBroken, worldOf } from '../../support/story';
import { act, connector } from '../act';

const read = {
  options: { requestType: 'GET' },
  inputs: { request: { relativeUrl: '/api/v2/users/auth0%7Cada' } },
};

it('gets a token of its own, with the connection’s credentials as JSON', async () => {
  const { exchanges, error } = await act('Custom API Action', read);
  expect(error).toBeUndefined();
  expect(exchanges[0]).toMatchObject({
    method: 'POST',
    path: '/oauth/token',
    requestHeaders: { 'content-type': 'application/json' },
    requestBody: {
      grant_type: 'client_credentials',
      client_id: 'workflows',
      client_secret: CANARY,
      audience: `https://${AUTH0_DOMAIN}/api/v2/`,
    },
  });
  expect(exchanges).toHaveLength(2);
});

it('takes the token it is handed: one request less', async () => {
  const { calls, exchanges } = await act('Get User By Email', {
    inputs: { user: { email: 'Ada@acme.test' } },
  });
  expect(calls).toEqual(['POST /oauth/token', 'GET /api/v2/users-by-email', 'GET /api/v2/users-by-email']);
  const [, first, second] = exchanges.map(({ requestHeaders }) => requestHeaders.authorization);
  expect(first).toMatch(/^Bearer /);
  expect(second).toBe(first);
});

it('a request without a body sends none', async () => {
  const { exchanges } = await act('Custom API Action', read);
  expect(exchanges[1]?.requestBody).toBeNull();
});

it.each(['raises', 'returns'])('keeps Auth0’s status where Raw Request %s', async (way) => {
  const assume = { 'raw-request-on-error': way };
  const wrong = await act('Custom API Action', read, {
    assume,
    connection: { client_secret: 'wrong-secret' },
  });
  expect(wrong.error).toMatchObject({ statusCode: 401, message: expect.stringContaining('Unauthorized') });
  expect(wrong.calls).toEqual(['POST /oauth/token']);
  const gone = await act(
    'Custom API Action',
    { ...read, inputs: { request: { relativeUrl: '/api/v2/users/x' } } },
    { assume },
  );
  expect(gone.error).toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('The user does not exist.'),
  });
});

it('an answer without a token goes no further (D7)', () =>
  withBroken({ 'POST /oauth/token': '{}' }, async ({ hosts, connection }) => {
    const { error, calls } = await act('Custom API Action', read, {
      world: worldOf({ hosts }),
      ...(connection && { connection }),
    });
    expect(error).toMatchObject({ statusCode: 502, message: 'Auth0 answered without an access token.' });
    expect(calls).toEqual(['POST /oauth/token']);
  }));

it('waits and tries again at 429, in virtual time', async () => {
  const faults = [{ tenant: 'auth0' as const, path: '*', status: 429, times: 2 }];
  const { error, trace } = await act('Custom API Action', read, { world: worldOf({ faults }) });
  expect(error).toBeUndefined();
  expect(trace.filter(({ type }) => type === 'retry')).toHaveLength(2);
});

it('is what every action goes through', () => {
  const requests = viewPack(compileConnector(connector).folder).flows.filter((flow) =>
    flow.cards().some((card) => card.channel === 'http'),
  );
  expect(requests.map(({ name }) => name)).toEqual(['Get Token', 'httpHelper']);
});
