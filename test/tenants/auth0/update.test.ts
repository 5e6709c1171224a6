/** PATCH /users/{id} over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { freshAuth0, type TestedAuth0 } from '../support';

const ADA = '/users/auth0%7C1';
const SSO = '/users/auth0%7C3';
const GOOGLE = '/users/google-oauth2%7C2';
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

test('metadata is merged on the first level; what the answer shows is what stays', async () => {
  await auth0.clock.wait(5000);
  const body = {
    user_metadata: { okta: { deactivated: 'true' } },
    app_metadata: { plan: null, okta_deactivated: true },
  };
  const reply = await auth0.api('PATCH', SSO, body);
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    user_metadata: { okta: { deactivated: 'true' } },
    app_metadata: { roles: ['admin', 'dev'], okta_deactivated: true },
    updated_at: '2026-01-01T00:00:05.000Z',
    created_at: '2026-01-01T00:00:00.000Z',
  });
  expect(reply.body.user_metadata.okta).not.toHaveProperty('theme');
  expect(reply.body.app_metadata).not.toHaveProperty('plan');
  expect((await auth0.api('GET', SSO)).body).toEqual(reply.body);
  expect(auth0.tenant.users()[2]).toEqual(reply.body);
});

test('an empty object empties; metadata appears where there was none', async () => {
  expect((await auth0.api('PATCH', SSO, { user_metadata: {} })).body.user_metadata).toEqual({});
  expect((await auth0.api('PATCH', ADA, { app_metadata: { a: 1 } })).body.app_metadata).toEqual({ a: 1 });
});

test('blocked is set and lifted; a password reset lifts it too', async () => {
  expect((await auth0.api('PATCH', ADA, { blocked: true })).body.blocked).toBe(true);
  expect((await auth0.api('PATCH', ADA, { blocked: false })).body.blocked).toBe(false);
  const reset = await auth0.api('PATCH', SSO, {
    password: 'new',
    connection: 'Username-Password-Authentication',
  });
  expect(reset.body).not.toHaveProperty('blocked');
  expect(reset.body).not.toHaveProperty('password');
  expect(reset.body.last_password_reset).toBe('2026-01-01T00:00:00.000Z');
  expect((await auth0.login('ada+sso@acme.test', 'new')).status).toBe(200);
});

test('null takes a profile attribute away, a new e-mail is lower-cased', async () => {
  const reply = await auth0.api('PATCH', ADA, {
    nickname: null,
    email: 'Ada.L@Acme.test',
    given_name: 'Ada',
  });
  expect(reply.body).toMatchObject({ email: 'ada.l@acme.test', given_name: 'Ada' });
  expect(reply.body).not.toHaveProperty('nickname');
});

test.each<[string, Json, string]>([
  [ADA, [], 'Expected type object but found type array'],
  [ADA, {}, 'None of the valid schemas were met'],
  [ADA, { blocked: 'true' }, "'Expected type boolean but found type string' on property blocked"],
  [ADA, { user_metadata: 'x' }, 'Expected type object but found type string'],
  [ADA, { app_metadata: null }, 'Expected type object but found type null'],
  [ADA, { user_id: 'x', okta: 1 }, 'Additional properties not allowed: user_id,okta'],
  [ADA, { name: '' }, 'String is too short'],
  [ADA, { email: 'nobody' }, "Object didn't pass validation for format email"],
  [ADA, { email: 'ADA+SSO@acme.test' }, 'already exists'],
  [ADA, { email: 'a@b.test', password: 'x' }, 'Cannot update password and email simultaneously'],
  [ADA, { blocked: true, connection: 'acme' }, 'Connection does not exist'],
  [GOOGLE, { email: 'a@b.test' }, 'Cannot update email for non-database user'],
  [GOOGLE, { name: 'Ada' }, 'cannot be updated: name'],
])('%s %j is refused and changes nothing', async (path, body, message) => {
  const before = auth0.tenant.users();
  const reply = await auth0.api('PATCH', path, body);
  expect(reply.status).toBe(400);
  expect(reply.body.message).toContain(message);
  expect(auth0.tenant.users()).toEqual(before);
});

test('nobody has the id; the scope for app_metadata reaches metadata only', async () => {
  expect(await auth0.api('PATCH', '/users/auth0%7C9', { blocked: true })).toMatchObject({
    status: 404,
    body: { errorCode: 'inexistent_user' },
  });
  const meta = await auth0.token('meta');
  expect((await auth0.api('PATCH', ADA, { app_metadata: { a: 1 } }, meta)).status).toBe(200);
  expect((await auth0.api('PATCH', ADA, { blocked: true }, meta)).status).toBe(403);
});

test('a key that names the prototype is a key like any other', async () => {
  const headers = { authorization: `Bearer ${await auth0.token()}`, 'content-type': 'application/json' };
  const body = '{"user_metadata":{"__proto__":{"polluted":true}}}';
  const response = await fetch(`${auth0.tenant.url}/api/v2${ADA}`, { method: 'PATCH', headers, body });
  expect(await response.text()).toContain('"user_metadata":{"__proto__":{"polluted":true}}');
  expect({}).not.toHaveProperty('polluted');
});
