/** The event of a login. */

import { loginEvent } from '../../../tenants/auth0/login-event';
import { seedDirectory } from '../../../tenants/auth0/user';
import { AUTH0_SEED, CLIENT, DOMAIN, seededRandom, virtualClock } from '../support';

const clock = virtualClock();
const directory = seedDirectory(AUTH0_SEED.users, clock);

function eventOf(id: string) {
  const user = directory.get(id);
  if (!user) throw new Error(`no ${id}`);
  const request = {
    client: CLIENT,
    username: user.profile.email,
    password: 'pa55',
    realm: user.connection,
    scope: 'openid email',
    audience: undefined,
    userAgent: 'test',
  };
  return loginEvent(request, user, {
    domain: DOMAIN,
    directory,
    clock,
    random: seededRandom(),
    actions: () => [],
  });
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
  expect(JSON.stringify(eventOf('auth0|1'))).not.toMatch(/pa55|s3cret/);
});

test('the strategy is that of the connection', () => {
  expect(eventOf('google-oauth2|2').connection).toMatchObject({ strategy: 'google-oauth2' });
});
