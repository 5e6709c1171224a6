/** Device credentials over HTTP. */

import { type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeEach(async () => {
  auth0 = await testAuth0({
    plan: 'essentials',
    seed: {
      refreshTokens: [
        { user_id: 'auth0|1', token: 'steady', device_name: 'iPhone' },
        { user_id: 'auth0|1', token: 'rotating', client_id: 'app' },
        { user_id: 'auth0|3', token: 'other' },
      ],
      deviceCredentials: [{ user_id: 'auth0|1', id: 'dcr_key', device_name: 'Laptop' }],
    },
  });
});
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

const types = async (query: string) =>
  (await auth0.admin('GET', `/device-credentials?${query}`)).body.map(
    (device: { type: string }) => device.type,
  );

test.each([
  ['user_id=auth0%7C1', ['refresh_token', 'rotating_refresh_token', 'public_key']],
  ['user_id=auth0%7C1&type=refresh_token', ['refresh_token']],
  ['user_id=auth0%7C1&type=rotating_refresh_token', ['rotating_refresh_token']],
  ['user_id=auth0%7C1&per_page=100', ['refresh_token']],
  ['client_id=app', ['rotating_refresh_token']],
  ['user_id=auth0%7C9', []],
])('%s lists %j', async (query, expected) => {
  expect(await types(query)).toEqual(expected);
});

test('deleting one ends its refresh token, and only that', async () => {
  const [device] = (await auth0.admin('GET', '/device-credentials?user_id=auth0%7C1&type=refresh_token'))
    .body;
  expect(device).toMatchObject({ device_name: 'iPhone', user_id: 'auth0|1', client_id: 'm2m' });
  expect((await auth0.admin('DELETE', `/device-credentials/${device.id}`)).status).toBe(204);
  expect((await auth0.refresh('steady')).status).toBe(403);
  expect((await auth0.refresh('rotating', { client_id: 'app' })).status).toBe(200);
  expect((await auth0.admin('DELETE', '/device-credentials/dcr_key')).status).toBe(204);
  expect((await auth0.admin('DELETE', '/device-credentials/dcr_key')).status).toBe(204);
  expect(await types('user_id=auth0%7C1')).toEqual(['rotating_refresh_token']);
});

test('fields, totals, a wrong type, a missing scope', async () => {
  const path = '/device-credentials?include_totals=true&fields=id,type&type=public_key';
  expect((await auth0.admin('GET', path)).body).toEqual({
    start: 0,
    limit: 50,
    total: 1,
    device_credentials: [{ id: 'dcr_key', type: 'public_key' }],
  });
  expect((await auth0.admin('GET', '/device-credentials?type=password')).status).toBe(400);
  expect((await auth0.api('GET', '/device-credentials')).status).toBe(403);
  expect((await auth0.api('DELETE', '/device-credentials/dcr_key')).status).toBe(403);
});
