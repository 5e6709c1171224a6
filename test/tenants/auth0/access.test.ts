/** The store of what people can use without logging in again. */

import {
  endSessions,
  forgetUser,
  giveGrant,
  giveRefreshToken,
  openSession,
  revokeGrants,
  revokeRefreshTokens,
  seedAccess,
} from '../../../tenants/auth0/access';
import { AUTH0_SEED, DOMAIN, seededRandom, virtualClock } from '../support';

const ADA = 'auth0|1';
const BOB = 'auth0|2';
const people = new Map([ADA, BOB].map((id) => [id, {}]));
const context = {
  domain: DOMAIN,
  clients: AUTH0_SEED.clients,
  clock: virtualClock(),
  random: seededRandom(),
};
const empty = () => seedAccess(AUTH0_SEED, people, context);

test('the world can begin with all of it', () => {
  const access = seedAccess(
    {
      ...AUTH0_SEED,
      sessions: [{ user_id: ADA, id: 'ses1' }],
      refreshTokens: [
        { user_id: ADA, token: 'rt', device_name: 'iPhone' },
        { user_id: ADA, client_id: 'app', scope: 'openid offline_access' },
      ],
      grants: [{ user_id: BOB, audience: 'https://api', scope: ['read'] }],
      deviceCredentials: [{ user_id: ADA, device_name: 'YubiKey' }],
    },
    people,
    context,
  );
  expect([...access.sessions.values()]).toEqual([
    { id: 'ses1', user_id: ADA, client_id: 'm2m', created_at: '2026-01-01T00:00:00.000Z' },
  ]);
  expect([...access.refreshTokens.values()]).toMatchObject([
    { token: 'rt', client_id: 'm2m', rotating: false, device: { name: 'iPhone' }, session_id: null },
    { client_id: 'app', rotating: true, scope: 'openid offline_access' },
  ]);
  expect([...access.grants.values()]).toMatchObject([
    { user_id: ADA, client_id: 'm2m', audience: `https://${DOMAIN}/userinfo` },
    { user_id: ADA, client_id: 'app' },
    { user_id: BOB, audience: 'https://api', scope: ['read'] },
  ]);
  expect([...access.publicKeys.values()]).toMatchObject([{ user_id: ADA, device: { name: 'YubiKey' } }]);
});

test('what belongs to nobody is refused', () => {
  const seed = { ...AUTH0_SEED, sessions: [{ user_id: 'auth0|9' }] };
  expect(() => seedAccess(seed, people, context)).toThrow('auth0|9');
  const lonely = { ...AUTH0_SEED, sessions: [{ user_id: ADA }] };
  expect(() => seedAccess(lonely, people, { ...context, clients: [] })).toThrow('no client');
});

test('one grant per person, application and audience', () => {
  const access = empty();
  const first = giveGrant(access, { user_id: ADA, scope: ['openid'] }, context);
  expect(giveGrant(access, { user_id: ADA, scope: ['openid', 'email'] }, context)).toBe(first);
  expect(first.scope).toEqual(['openid', 'email']);
  expect(giveGrant(access, { user_id: ADA, client_id: 'app' }, context)).not.toBe(first);
});

test('a grant takes its refresh tokens with it, and no others', () => {
  const access = empty();
  const session = openSession(access, { user_id: ADA }, context);
  giveRefreshToken(access, { user_id: ADA }, context, session);
  const other = giveRefreshToken(access, { user_id: ADA, client_id: 'app' }, context);
  revokeGrants(access, (grant) => grant.client_id === 'm2m');
  expect([...access.refreshTokens.keys()]).toEqual([other.id]);
  expect(access.sessions.size).toBe(1);
});

test('what one person loses, the next one keeps', () => {
  const access = empty();
  for (const user_id of [ADA, BOB])
    giveRefreshToken(access, { user_id }, context, openSession(access, { user_id }, context));
  revokeRefreshTokens(access, (token) => token.user_id === ADA);
  endSessions(access, (session) => session.user_id === ADA);
  expect([access.refreshTokens.size, access.sessions.size, access.grants.size]).toEqual([1, 1, 2]);
  forgetUser(access, BOB);
  expect([access.refreshTokens.size, access.sessions.size, access.grants.size]).toEqual([0, 0, 1]);
});
