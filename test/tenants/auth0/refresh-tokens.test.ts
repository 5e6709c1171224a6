/** A user's refresh tokens over HTTP. */

import { DOMAIN, freshAuth0, type TestedAuth0 } from '../support';

const ADA = '/users/auth0%7C1/refresh-tokens';
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

test('offline_access leaves a refresh token, which is listed without its text and revoked', async () => {
  await auth0.login('ada@acme.test', 'pa55');
  expect((await auth0.admin('GET', ADA)).body).toEqual({ tokens: [] });
  const { body } = await auth0.login('ada@acme.test', 'pa55', { scope: 'openid offline_access' });
  const listed = await auth0.admin('GET', ADA);
  expect(listed.body.tokens).toEqual([
    expect.objectContaining({
      user_id: 'auth0|1',
      client_id: 'm2m',
      rotating: false,
      session_id: expect.any(String),
      resource_servers: [{ audience: `https://${DOMAIN}/userinfo`, scopes: 'openid offline_access' }],
    }),
  ]);
  expect(JSON.stringify(listed.body)).not.toContain(body.refresh_token);
  expect((await auth0.refresh(body.refresh_token)).status).toBe(200);
  expect(await auth0.admin('DELETE', ADA)).toMatchObject({ status: 202, body: {} });
  expect((await auth0.refresh(body.refresh_token)).status).toBe(403);
  expect(auth0.tenant.accessOf('auth0|1')).toEqual({ sessions: 2, refreshTokens: 0, grants: 1 });
});

test.each([
  ['GET', '/users/auth0%7C9/refresh-tokens', 404],
  ['DELETE', '/users/auth0%7C9/refresh-tokens', 404],
  ['GET', `${ADA}?take=101`, 400],
])('%s %s answers %d', async (method, path, status) => {
  expect((await auth0.admin(method, path)).status).toBe(status);
});

test.each(['GET', 'DELETE'])('%s needs its scope', async (method) => {
  expect((await auth0.api(method, ADA)).status).toBe(403);
});
