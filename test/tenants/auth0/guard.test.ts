/** Who gets into the Management API, and how often. */

import { call, DOMAIN, type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
afterEach(() => auth0.tenant.close());

const PATH = '/users/auth0%7C1';

test.each<[string, string | undefined, number, string | undefined]>([
  ['no header', undefined, 401, undefined],
  ['another scheme', 'Basic bTJtOnMzY3JldA==', 401, undefined],
  ['an empty token', 'Bearer ', 400, 'Bearer'],
  ['no JWT', 'Bearer abc', 400, 'Bearer'],
  ['two tokens', 'Bearer a.b.c d.e.f', 400, 'Bearer'],
  ['a JWT of nobody', 'Bearer a.b.c', 401, 'invalid_token'],
])('%s', async (_title, authorization, status, errorCode) => {
  auth0 = await testAuth0();
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const reply = await call(auth0.tenant.url, 'GET', `/api/v2${PATH}`, { headers });
  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject({ statusCode: status, message: expect.any(String) });
  expect(reply.body.errorCode).toBe(errorCode);
  expect(reply.headers.get('x-ratelimit-limit')).toBe('50');
  expect(auth0.contract.violations).toEqual([]);
});

test('an expired token, a token of a person, a token without the scope', async () => {
  auth0 = await testAuth0();
  const reader = await auth0.token('reader');
  const refused = await auth0.api('PATCH', PATH, { blocked: true }, reader);
  expect(refused.status).toBe(403);
  expect(refused.body).toEqual({
    statusCode: 403,
    error: 'Forbidden',
    message: 'Insufficient scope, expected any of: update:users,update:users_app_metadata',
    errorCode: 'insufficient_scope',
  });
  const person = await auth0.login('ada@acme.test', 'pa55', {
    audience: `https://${DOMAIN}/api/v2/`,
    scope: 'openid read:users',
  });
  expect((await auth0.api('GET', PATH, undefined, person.body.access_token)).status).toBe(403);
  expect((await auth0.api('GET', PATH, undefined, person.body.id_token)).status).toBe(401);
  await auth0.clock.wait(86_400_000);
  expect(await auth0.api('GET', PATH, undefined, reader)).toMatchObject({
    status: 401,
    body: { errorCode: 'invalid_token' },
  });
  expect(auth0.contract.violations).toEqual([]);
});

test('a body that is no JSON', async () => {
  auth0 = await testAuth0();
  const headers = { authorization: `Bearer ${await auth0.token()}` };
  const reply = await call(auth0.tenant.url, 'PATCH', `/api/v2${PATH}`, { headers, body: '{"blocked":' });
  expect(reply).toMatchObject({ status: 400, body: { message: 'Invalid request payload JSON format' } });
});

test('the free plan lets two through and says when to come back', async () => {
  auth0 = await testAuth0({ plan: 'free' });
  const replies = [
    await auth0.api('GET', PATH),
    await auth0.api('PATCH', PATH, { blocked: true }),
    await auth0.api('GET', PATH),
  ];
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 429]);
  expect(replies[2]?.body).toEqual({
    statusCode: 429,
    error: 'Too Many Requests',
    message: 'Global limit has been reached',
    errorCode: 'too_many_requests',
  });
  const reset = Number(replies[2]?.headers.get('x-ratelimit-reset')) * 1000;
  expect(replies[2]?.headers.get('x-ratelimit-remaining')).toBe('0');
  await auth0.clock.wait(reset - auth0.clock.now());
  expect((await auth0.api('GET', PATH)).status).toBe(200);
});

test('essentials counts reads and writes apart; the world can set a limit of its own', async () => {
  auth0 = await testAuth0({ plan: 'essentials' });
  const limit = async (method: string) =>
    (await auth0.api(method, PATH, method === 'GET' ? undefined : { blocked: false })).headers.get(
      'x-ratelimit-limit',
    );
  expect([await limit('GET'), await limit('PATCH')]).toEqual(['40', '20']);
  await auth0.tenant.close();
  auth0 = await testAuth0({ plan: 'essentials', rateLimit: { burst: 7, perSecond: 1 } });
  expect([await limit('GET'), await limit('PATCH')]).toEqual(['7', '7']);
});

test('the token endpoint has its own limit', async () => {
  auth0 = await testAuth0({ plan: 'free', rateLimit: { burst: 1, perSecond: 1 } });
  const statuses: number[] = [];
  for (let turn = 0; turn < 31; turn += 1) {
    statuses.push((await call(auth0.tenant.url, 'POST', '/oauth/token', { body: {} })).status);
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect(statuses.at(-1)).toBe(429);
});

test('an injected 429 carries the headers of a real one', async () => {
  auth0 = await testAuth0({ faults: [{ tenant: 'auth0', path: '/api/v2/*', status: 429 }] });
  const reply = await auth0.api('GET', PATH);
  expect(reply.status).toBe(429);
  expect(reply.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(reply.headers.get('x-ratelimit-reset'))).toBe(auth0.clock.now() / 1000 + 1);
});
