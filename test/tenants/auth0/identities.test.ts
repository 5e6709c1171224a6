/** Linking and unlinking over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { decode } from 'jsonwebtoken';
import { connectionId } from '../../../tenants/auth0/connection';
import { freshAuth0, type TestedAuth0 } from '../support';

const ADA = '/users/auth0%7C1';
const LINK = `${ADA}/identities`;
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

test('the secondary is gone, and its identity is the primary’s', async () => {
  const reply = await auth0.api('POST', LINK, { provider: 'google-oauth2', user_id: '2' });
  expect(reply.status).toBe(201);
  expect(reply.body).toEqual([
    expect.objectContaining({
      user_id: '1',
      provider: 'auth0',
      profileData: expect.objectContaining({ email: 'ada@acme.test' }),
    }),
    {
      user_id: '2',
      provider: 'google-oauth2',
      connection: 'google-oauth2',
      isSocial: true,
      profileData: expect.objectContaining({ email: 'Ada@Acme.test' }),
    },
  ]);
  expect((await auth0.api('GET', '/users/google-oauth2%7C2')).status).toBe(404);
  expect((await auth0.api('GET', '/users-by-email?email=Ada%40Acme.test')).body).toEqual([]);
  expect((await auth0.api('GET', ADA)).body.identities).toHaveLength(2);
});

test('the secondary’s credentials log the primary in, whose gates hold', async () => {
  const login = () => auth0.login('ada+sso@acme.test', 'pa55');
  expect((await login()).status).toBe(401);
  const body = {
    provider: 'auth0',
    user_id: 'auth0|3',
    connection_id: connectionId('Username-Password-Authentication'),
  };
  expect((await auth0.api('POST', LINK, body)).status).toBe(201);
  const { body: tokens } = await login();
  expect(decode(tokens.access_token)).toMatchObject({ sub: 'auth0|1' });
  expect(auth0.tenant.users()[0]).not.toHaveProperty('app_metadata');
  await auth0.api('PATCH', ADA, { blocked: true });
  expect((await login()).status).toBe(401);
});

test('a secondary’s password and e-mail change through its connection', async () => {
  await auth0.admin('POST', '/users', {
    connection: 'partners',
    email: 'ada@partner.test',
    password: 'old',
    user_id: 'p',
  });
  await auth0.api('POST', LINK, { provider: 'auth0', user_id: 'p' });
  await auth0.api('PATCH', ADA, { password: 'new', connection: 'partners' });
  expect((await auth0.login('ada@partner.test', 'new', { realm: 'partners' })).status).toBe(200);
  expect((await auth0.login('ada@acme.test', 'pa55')).status).toBe(200);
  const { body } = await auth0.api('PATCH', ADA, { email: 'Ada@other.test', connection: 'partners' });
  expect(body).toMatchObject({
    email: 'ada@acme.test',
    identities: [{}, { profileData: { email: 'ada@other.test' } }],
  });
});

test('unlinked, it is a user again, without its metadata', async () => {
  await auth0.api('POST', LINK, { provider: 'auth0', user_id: '3' });
  const reply = await auth0.api('DELETE', `${LINK}/auth0/3`);
  expect(reply).toMatchObject({ status: 200, body: [{ user_id: '1' }] });
  const { body } = await auth0.api('GET', '/users/auth0%7C3');
  expect(body).toMatchObject({
    user_id: 'auth0|3',
    email: 'ada+sso@acme.test',
    identities: [{ user_id: '3' }],
  });
  for (const lost of ['app_metadata', 'user_metadata', 'blocked']) expect(body).not.toHaveProperty(lost);
  expect((await auth0.api('GET', ADA)).body.identities).toHaveLength(1);
});

test('what the secondary could use ends; its own links move along', async () => {
  await auth0.api('PATCH', '/users/auth0%7C3', { blocked: false });
  await auth0.login('ada+sso@acme.test', 'pa55');
  await auth0.api('POST', '/users/auth0%7C3/identities', { provider: 'google-oauth2', user_id: '2' });
  await auth0.api('POST', LINK, { provider: 'auth0', user_id: '3' });
  expect(auth0.tenant.accessOf('auth0|3')).toEqual({ sessions: 0, refreshTokens: 0, grants: 0 });
  const { body } = await auth0.api('GET', ADA);
  expect(body.identities.map(({ user_id }: { user_id: string }) => user_id)).toEqual(['1', '3', '2']);
});

test.each<[Json, number, string]>([
  [{}, 400, 'Missing required property: provider'],
  [{ provider: 'auth0' }, 400, 'Missing required property: user_id'],
  [{ provider: 'auth0', user_id: '9' }, 400, 'The user does not exist.'],
  [{ provider: 'auth0', user_id: '1' }, 400, 'must not be the same'],
  [{ provider: 'auth0', user_id: '3', connection_id: connectionId('acme') }, 400, 'does not exist'],
  [{ provider: 'auth0', user_id: '3', connection_id: 'db' }, 400, 'format connection-id'],
  [{ link_with: 'a.b.c' }, 400, 'link_with'],
])('%j is refused with %d and links nobody', async (body, status, message) => {
  const before = auth0.tenant.users();
  const reply = await auth0.api('POST', LINK, body);
  expect(reply).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
  expect(auth0.tenant.users()).toEqual(before);
});

test('twice is a conflict; nobody has no identities; the scope', async () => {
  const body = { provider: 'google-oauth2', user_id: '2' };
  await auth0.api('POST', LINK, body);
  expect((await auth0.api('POST', LINK, body)).status).toBe(409);
  expect((await auth0.api('POST', '/users/auth0%7C9/identities', body)).status).toBe(400);
  expect((await auth0.api('DELETE', `${LINK}/auth0/9`)).status).toBe(404);
  expect((await auth0.api('DELETE', '/users/auth0%7C9/identities/auth0/1')).status).toBe(404);
  expect((await auth0.api('POST', LINK, body, await auth0.token('reader'))).status).toBe(403);
});
