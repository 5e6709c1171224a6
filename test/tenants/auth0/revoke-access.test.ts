/** POST /users/{id}/revoke-access over HTTP. */

import type { Auth0Plan, Json } from '@okta/workflows-connector-sdk-types';
import { type TestedAuth0, testAuth0 } from '../support';

const ADA = '/users/auth0%7C1/revoke-access';
let auth0: TestedAuth0;
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

async function start(plan?: Auth0Plan): Promise<void> {
  auth0 = await testAuth0({ ...(plan && { plan }), rateLimit: { burst: 50, perSecond: 10 } });
  for (let turn = 0; turn < 2; turn += 1) {
    await auth0.login('ada@acme.test', 'pa55', { scope: 'openid offline_access' });
  }
}

const held = () => auth0.tenant.accessOf('auth0|1');

test.each<[Json | undefined, number, number]>([
  [undefined, 0, 0],
  [{}, 0, 0],
  [{ preserve_refresh_tokens: false }, 0, 0],
  [{ preserve_refresh_tokens: true }, 0, 2],
])('%j leaves %d sessions and %d refresh tokens', async (body, sessions, refreshTokens) => {
  await start();
  expect(await auth0.admin('POST', ADA, body)).toMatchObject({ status: 202, body: null });
  expect(held()).toEqual({ sessions, refreshTokens, grants: 1 });
});

test('one session and what came of it', async () => {
  await start();
  const { body } = await auth0.admin('GET', '/users/auth0%7C1/sessions');
  await auth0.admin('POST', ADA, { session_id: body.sessions[0].id });
  expect(held()).toEqual({ sessions: 1, refreshTokens: 1, grants: 1 });
});

test.each<[Json, number]>([
  [{ user_id: 'auth0|1' }, 400],
  [{ preserve_refresh_tokens: 'yes' }, 400],
  [[], 400],
])('%j is refused with %d and ends nothing', async (body, status) => {
  await start();
  expect((await auth0.admin('POST', ADA, body)).status).toBe(status);
  expect(held()).toEqual({ sessions: 2, refreshTokens: 2, grants: 1 });
});

test('nobody has nothing to revoke', async () => {
  await start();
  expect((await auth0.admin('POST', '/users/auth0%7C9/revoke-access', {})).status).toBe(202);
});

test('each of its two scopes for what it does', async () => {
  await start();
  const [sessions, tokens] = [
    await auth0.token('admin', 'delete:sessions'),
    await auth0.token('admin', 'delete:refresh_tokens'),
  ];
  expect((await auth0.api('POST', ADA, {}, sessions)).status).toBe(403);
  expect((await auth0.api('POST', ADA, {}, tokens)).status).toBe(403);
  expect((await auth0.api('POST', ADA, { preserve_refresh_tokens: true }, sessions)).status).toBe(202);
});

test.each<[Auth0Plan, number]>([
  ['free', 403],
  ['essentials', 403],
  ['enterprise', 202],
])('on the plan %s it answers %d', async (plan, status) => {
  await start(plan);
  const paths = ['/users/auth0%7C1/sessions', '/users/auth0%7C1/refresh-tokens'];
  const replies = [
    await auth0.admin('POST', ADA, {}),
    ...(await Promise.all(paths.map((path) => auth0.admin('DELETE', path)))),
  ];
  expect(replies.map((reply) => reply.status)).toEqual([status, status, status]);
  if (status === 202) return;
  expect(replies[0]?.body).toEqual({
    statusCode: 403,
    error: 'Forbidden',
    message: 'The account is not allowed to perform this operation, please contact our support team',
    errorCode: 'operation_not_supported',
  });
  expect(held()).toEqual({ sessions: 2, refreshTokens: 2, grants: 1 });
});
