/** The user routes over HTTP. */

import { describeWithContract } from '../contract';
import { type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeAll(async () => {
  auth0 = await testAuth0();
});
afterAll(() => auth0.tenant.close());

test.each([
  ['ada%40acme.test', ['auth0|1']],
  ['Ada%40Acme.test', ['google-oauth2|2']],
  ['ADA%40ACME.TEST', []],
  ['ada%2Bsso%40acme.test', ['auth0|3']],
  ['ada+sso@acme.test', []],
  ['nobody@acme.test', []],
])('users-by-email?email=%s finds %j', async (email, ids) => {
  const reply = await auth0.api('GET', `/users-by-email?email=${email}`);
  expect(reply.status).toBe(200);
  expect(reply.body.map((user: { user_id: string }) => user.user_id)).toEqual(ids);
});

test.each([
  ['/users-by-email', 400],
  ['/users-by-email?email=a&b@acme.test', 400],
  ['/users/auth0%7C9', 404],
  ['/users/auth0|1', 200],
  ['/users/oidc%7Cacme%7Ca%2Fb%3Fc%23d', 200],
  ['/users/oidc|acme|a/b', 501],
])('%s answers %d', async (path, status) => {
  expect((await auth0.api('GET', path)).status).toBe(status);
});

test('fields are chosen or left out', async () => {
  const path = '/users/auth0%7C3';
  const all = (await auth0.api('GET', path)).body;
  expect(all).toMatchObject({ blocked: true, app_metadata: { plan: 'pro' } });
  expect((await auth0.api('GET', `${path}?fields=user_id,blocked`)).body).toEqual({
    user_id: 'auth0|3',
    blocked: true,
  });
  const { blocked: _blocked, identities: _identities, ...rest } = all;
  expect((await auth0.api('GET', `${path}?fields=blocked,identities&include_fields=false`)).body).toEqual(
    rest,
  );
});

test('a fresh user has neither metadata nor blocked', async () => {
  const { body } = await auth0.api('GET', '/users/auth0%7C1');
  for (const key of ['blocked', 'app_metadata', 'user_metadata', 'password'])
    expect(body).not.toHaveProperty(key);
});

test('a deleted user is gone, with all access; an unknown one is answered alike', async () => {
  const path = '/users/oidc%7Cacme%7Ca%2Fb%3Fc%23d';
  expect((await auth0.api('DELETE', path)).status).toBe(403);
  expect(await auth0.admin('DELETE', path)).toMatchObject({ status: 204, body: null });
  expect((await auth0.api('GET', path)).status).toBe(404);
  expect((await auth0.admin('DELETE', path)).status).toBe(204);
  await auth0.login('ada@acme.test', 'pa55', { scope: 'offline_access' });
  await auth0.admin('DELETE', '/users/auth0%7C1');
  expect(auth0.tenant.accessOf('auth0|1')).toEqual({ sessions: 0, refreshTokens: 0, grants: 0 });
  expect((await auth0.login('ada@acme.test', 'pa55')).status).toBe(403);
});

describeWithContract("every exchange obeys Auth0's API description", () => {
  test('it does', () => {
    expect(auth0.contract.checked).toBeGreaterThan(10);
    expect(auth0.contract.violations).toEqual([]);
  });
});
