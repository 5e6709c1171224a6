/** The Auth0 tenant as a whole. */

import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { call, DOMAIN, type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
afterEach(() => auth0.tenant.close());

test('its tokens verify against its own key set', async () => {
  auth0 = await testAuth0();
  const { body } = await call(auth0.tenant.url, 'GET', '/.well-known/jwks.json');
  const key = createPublicKey({ key: body.keys[0], format: 'jwk' });
  const clockTimestamp = auth0.clock.now() / 1000;
  expect(verify(await auth0.token(), key, { clockTimestamp })).toMatchObject({ iss: `https://${DOMAIN}/` });
});

test('two tenants share nothing', async () => {
  auth0 = await testAuth0();
  const other = await testAuth0();
  await auth0.api('PATCH', '/users/auth0%7C1', { blocked: true });
  expect(other.tenant.users()[0]).not.toHaveProperty('blocked');
  await other.tenant.close();
});

test('an unknown route fails visibly, whatever the token', async () => {
  auth0 = await testAuth0();
  expect((await auth0.api('DELETE', '/clients/m2m')).status).toBe(501);
  expect(auth0.exchanges.at(-1)).toMatchObject({ unknownRoute: true, path: '/api/v2/clients/m2m' });
});

test('a fault strikes the route it names and no answer of ours is lost for it', async () => {
  auth0 = await testAuth0({
    faults: [
      { tenant: 'okta', path: '*', status: 500 },
      { tenant: 'auth0', method: 'PATCH', path: '/api/v2/users/*', status: 503 },
    ],
  });
  const statuses = [
    (await auth0.api('PATCH', '/users/auth0%7C1', { blocked: true })).status,
    (await auth0.api('PATCH', '/users/auth0%7C1', { blocked: true })).status,
  ];
  expect(statuses).toEqual([503, 200]);
  expect(auth0.exchanges.map(({ injected }) => injected)).toEqual([false, true, false]);
  expect(auth0.contract.violations).toEqual([]);
});

test('a lost answer: the change is made, and nobody is told', async () => {
  auth0 = await testAuth0();
  await auth0.token();
  auth0.tenant.setFaults([{ tenant: 'auth0', method: 'PATCH', path: '*', reset: true, handled: true }]);
  await expect(auth0.api('PATCH', '/users/auth0%7C1', { blocked: true })).rejects.toThrow();
  auth0.tenant.setFaults([]);
  expect((await auth0.api('GET', '/users/auth0%7C1')).body.blocked).toBe(true);
});

test('a seed that contradicts itself starts nothing', async () => {
  auth0 = await testAuth0();
  await expect(testAuth0({ seed: { sessions: [{ user_id: 'auth0|9' }] } })).rejects.toThrow('auth0|9');
});
