/** Grants over HTTP. */

import { DOMAIN, type TestedAuth0, testAuth0 } from '../support';

const ADA = 'user_id=auth0%7C1';
let auth0: TestedAuth0;
beforeEach(async () => {
  auth0 = await testAuth0({ plan: 'free', rateLimit: { burst: 50, perSecond: 10 } });
});
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

test('deleting a person’s grants ends their refresh tokens, on every plan, and no session', async () => {
  const { body } = await auth0.login('ada@acme.test', 'pa55', { scope: 'openid offline_access' });
  expect((await auth0.admin('GET', `/grants?${ADA}`)).body).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      clientID: 'm2m',
      user_id: 'auth0|1',
      audience: `https://${DOMAIN}/userinfo`,
      scope: ['openid', 'offline_access'],
    },
  ]);
  expect((await auth0.admin('DELETE', `/grants?${ADA}`)).status).toBe(204);
  expect((await auth0.refresh(body.refresh_token)).status).toBe(403);
  expect(auth0.tenant.accessOf('auth0|1')).toEqual({ sessions: 1, refreshTokens: 0, grants: 0 });
});

test('by id, and by application', async () => {
  await auth0.login('ada@acme.test', 'pa55');
  await auth0.login('ada@acme.test', 'pa55', { client_id: 'app' });
  const { body } = await auth0.admin('GET', '/grants?include_totals=true&client_id=app&per_page=1');
  expect(body).toMatchObject({ start: 0, limit: 1, total: 1, grants: [{ clientID: 'app' }] });
  expect((await auth0.admin('DELETE', `/grants/${body.grants[0].id}`)).status).toBe(204);
  expect((await auth0.admin('GET', '/grants')).body).toMatchObject([{ clientID: 'm2m' }]);
});

test.each([
  ['DELETE', '/grants', 400],
  ['DELETE', '/grants?user_id=auth0%7C9', 204],
  ['DELETE', '/grants/unknown', 204],
  ['GET', '/grants?nope=1', 400],
])('%s %s answers %d and deletes nothing', async (method, path, status) => {
  await auth0.login('ada@acme.test', 'pa55');
  expect((await auth0.admin(method, path)).status).toBe(status);
  expect(auth0.tenant.accessOf('auth0|1').grants).toBe(1);
});

test.each(['GET', 'DELETE'])('%s needs its scope', async (method) => {
  expect((await auth0.api(method, `/grants?${ADA}`)).status).toBe(403);
});
