/** POST /users over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { freshAuth0, type TestedAuth0 } from '../support';

const DATABASE = 'Username-Password-Authentication';
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

test('a user is created, shown, found and can log in', async () => {
  const body = {
    connection: DATABASE,
    email: 'Grace@Acme.test',
    password: 'pa55',
    name: 'Grace',
    app_metadata: { plan: 'pro' },
    blocked: false,
    verify_email: false,
  };
  const reply = await auth0.admin('POST', '/users', body);
  expect(reply).toMatchObject({
    status: 201,
    body: {
      user_id: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
      email: 'grace@acme.test',
      email_verified: false,
      name: 'Grace',
      nickname: 'grace',
      app_metadata: { plan: 'pro' },
      blocked: false,
      created_at: '2026-01-01T00:00:00.000Z',
      identities: [{ connection: DATABASE, provider: 'auth0', isSocial: false }],
    },
  });
  for (const hidden of ['password', 'connection', 'verify_email']) {
    expect(reply.body).not.toHaveProperty(hidden);
  }
  expect((await auth0.admin('GET', '/users-by-email?email=grace%40acme.test')).body).toEqual([reply.body]);
  expect((await auth0.login('grace@acme.test', 'pa55')).status).toBe(200);
});

test('the id can be given', async () => {
  const body = { connection: 'new-db', email: 'g@acme.test', password: 'p', user_id: 'g/1' };
  expect((await auth0.admin('POST', '/users', body)).body.user_id).toBe('auth0|g/1');
  expect((await auth0.admin('POST', '/users', { ...body, email: 'h@acme.test' })).status).toBe(409);
});

test('a passwordless user has no password', async () => {
  const body = { connection: 'email', email: 'Grace@Acme.test' };
  expect(await auth0.admin('POST', '/users', body)).toMatchObject({
    status: 201,
    body: { user_id: expect.stringMatching(/^email\|/), identities: [{ provider: 'email' }] },
  });
  const refused = await auth0.admin('POST', '/users', { ...body, password: 'p' });
  expect(refused.body.message).toContain('Cannot set password');
});

test.each<[Json, number, string]>([
  [null, 400, 'Missing required property: connection'],
  [{ connection: DATABASE, password: 'p' }, 400, 'Missing required property: email'],
  [{ connection: DATABASE, email: 'g@acme.test' }, 400, 'Missing required property: password'],
  [{ connection: DATABASE, email: 'g', password: 'p' }, 400, 'format email: g'],
  [{ connection: DATABASE, email: 'g@acme.test', password: 'p', name: '' }, 400, 'String is too short'],
  [{ connection: DATABASE, email: 'g@acme.test', password: 'p', name: null }, 400, 'found type null'],
  [{ connection: DATABASE, email: 'g@acme.test', password: 'p', okta: 1 }, 400, 'not allowed: okta'],
  [{ connection: 'google-oauth2', email: 'g@acme.test' }, 400, 'does not support user creation'],
  [{ connection: DATABASE, email: 'ADA@acme.test', password: 'p' }, 409, 'The user already exists.'],
])('%j is refused with %d and creates nobody', async (body, status, message) => {
  const before = auth0.tenant.users();
  const reply = await auth0.admin('POST', '/users', body);
  expect(reply).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
  expect(auth0.tenant.users()).toEqual(before);
});

test('the scope', async () => {
  expect((await auth0.api('POST', '/users', { connection: DATABASE })).status).toBe(403);
});
