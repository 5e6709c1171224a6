/** A user's sessions over HTTP. */

import { freshAuth0, type TestedAuth0 } from '../support';

const ADA = '/users/auth0%7C1/sessions';
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

test('a login opens a session, which is listed and ended; the next person keeps theirs', async () => {
  await auth0.api('PATCH', '/users/auth0%7C3', { blocked: false });
  await auth0.login('ada@acme.test', 'pa55');
  await auth0.login('ada+sso@acme.test', 'pa55');
  const { body } = await auth0.admin('GET', ADA);
  expect(body).toEqual({
    sessions: [
      expect.objectContaining({
        user_id: 'auth0|1',
        id: expect.any(String),
        clients: [{ client_id: 'm2m' }],
      }),
    ],
  });
  expect(await auth0.admin('DELETE', ADA)).toMatchObject({ status: 202, body: {} });
  expect((await auth0.admin('GET', ADA)).body).toEqual({ sessions: [] });
  expect(auth0.tenant.accessOf('auth0|3').sessions).toBe(1);
});

test('page after page', async () => {
  for (let turn = 0; turn < 3; turn += 1) await auth0.login('ada@acme.test', 'pa55');
  const first = (await auth0.admin('GET', `${ADA}?take=2&include_totals=true`)).body;
  expect(first.sessions).toHaveLength(2);
  const second = (await auth0.admin('GET', `${ADA}?take=2&from=${first.next}`)).body;
  expect(second.sessions).toHaveLength(1);
  expect(second).not.toHaveProperty('next');
});

test.each([
  ['GET', '/users/auth0%7C9/sessions', 404],
  ['DELETE', '/users/auth0%7C9/sessions', 404],
  ['GET', `${ADA}?take=0`, 400],
  ['GET', `${ADA}?page=1`, 400],
])('%s %s answers %d', async (method, path, status) => {
  expect((await auth0.admin(method, path)).status).toBe(status);
});

test.each(['GET', 'DELETE'])('%s needs its scope', async (method) => {
  expect((await auth0.api(method, ADA)).status).toBe(403);
});
