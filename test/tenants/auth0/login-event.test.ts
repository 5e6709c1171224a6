/** The event of a login. */

import type { RefreshToken } from '../../../tenants/auth0/access';
import { connectionId } from '../../../tenants/auth0/connection';
import { loginEvent } from '../../../tenants/auth0/login-event';
import { seedDirectory } from '../../../tenants/auth0/user';
import { AUTH0_SEED, CLIENT, DOMAIN, virtualClock } from '../support';

const clock = virtualClock();
const linked = { provider: 'acme-saml', user_id: 'b', connection: 'acme-saml' };
const directory = seedDirectory(
  [
    ...AUTH0_SEED.users,
    { user_id: 'auth0|5', email: 'eve@acme.test', connection: 'db', identities: [linked] },
  ],
  clock,
);

const TOKEN: RefreshToken = {
  id: 'rt1',
  token: 'v1.hidden',
  user_id: 'auth0|1',
  client_id: 'm2m',
  session_id: 'ses1',
  rotating: false,
  audience: `https://${DOMAIN}/userinfo`,
  scope: 'openid',
  device: { id: 'dcr_1', name: 'test', deviceId: '1' },
  created_at: '2026-01-01T00:00:00.000Z',
  last_exchanged_at: '2026-01-01T00:00:00.000Z',
};

function eventOf(id: string, refreshToken?: RefreshToken) {
  const user = directory.get(id);
  if (!user) throw new Error(`no ${id}`);
  const facts = { user, client: CLIENT, scope: 'openid email', userAgent: 'test', refreshToken };
  return loginEvent({ ...facts, account: user.linked[0] ?? user }, { domain: DOMAIN, clock });
}

test('both metadata are there even where the user has none; blocked is not', () => {
  expect(eventOf('auth0|1')).toMatchObject({
    user: { user_id: 'auth0|1', email: 'ada@acme.test', app_metadata: {}, user_metadata: {} },
    client: { client_id: 'm2m' },
    connection: { name: 'Username-Password-Authentication', strategy: 'auth0' },
    transaction: { protocol: 'oauth2-password', requested_scopes: ['openid', 'email'] },
    tenant: { id: 'acme' },
    stats: { logins_count: 0 },
  });
  expect(eventOf('auth0|3').user).toMatchObject({ user_metadata: { okta: { theme: 'dark' } } });
  expect(eventOf('auth0|3').user).not.toHaveProperty('blocked');
});

test('the secret of nobody is in it', () => {
  expect(JSON.stringify(eventOf('auth0|1', TOKEN))).not.toMatch(/pa55|s3cret|hidden/);
});

test('the strategy is that of the connection', () => {
  expect(eventOf('google-oauth2|2').connection).toMatchObject({ strategy: 'google-oauth2' });
});

test('a linked account tells its connection, but whose it is', () => {
  expect(eventOf('auth0|5')).toMatchObject({
    user: { user_id: 'auth0|5' },
    connection: { id: connectionId('acme-saml'), name: 'acme-saml', strategy: 'acme-saml' },
  });
});

test('an exchange of a refresh token says so', () => {
  expect(eventOf('auth0|1', TOKEN)).toMatchObject({
    transaction: { protocol: 'oauth2-refresh-token' },
    refresh_token: { id: 'rt1', client_id: 'm2m', session_id: 'ses1' },
    authentication: { methods: [] },
  });
  expect(eventOf('auth0|1')).not.toHaveProperty('refresh_token');
});
