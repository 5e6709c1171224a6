/** Users made from the seed. */

import {
  accountsOf,
  findByLogin,
  isDatabaseUser,
  seedDirectory,
  selectFields,
  showUser,
  splitUserId,
} from '../../../tenants/auth0/user';
import { AUTH0_SEED, virtualClock } from '../support';

const directory = seedDirectory(AUTH0_SEED.users, virtualClock());
const shown = (id: string) => {
  const user = directory.get(id);
  return user && showUser(user);
};

test('a database keeps the e-mail in lower case, a social connection as typed', () => {
  expect(shown('auth0|1')).toEqual({
    user_id: 'auth0|1',
    email: 'ada@acme.test',
    email_verified: true,
    name: 'ada@acme.test',
    nickname: 'ada',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    identities: [
      { connection: 'Username-Password-Authentication', user_id: '1', provider: 'auth0', isSocial: false },
    ],
  });
  expect(shown('google-oauth2|2')).toMatchObject({
    email: 'Ada@Acme.test',
    identities: [{ provider: 'google-oauth2', user_id: '2', isSocial: true }],
  });
  expect(shown('oidc|acme|a/b?c#d')?.identities).toEqual([
    { connection: 'acme', user_id: 'acme|a/b?c#d', provider: 'oidc', isSocial: false },
  ]);
});

test('what is shown is a copy without the password', () => {
  const copy = shown('auth0|3');
  expect(copy).not.toHaveProperty('password');
  expect(copy).not.toHaveProperty('connection');
  if (copy) copy.blocked = false;
  expect(shown('auth0|3')?.blocked).toBe(true);
});

test('a login name is compared without regard to case, within its connection', () => {
  const connection = 'Username-Password-Authentication';
  expect(findByLogin(directory, ' ADA@acme.test ', connection)?.user.profile.user_id).toBe('auth0|1');
  expect(findByLogin(directory, 'ADA@acme.test', 'google-oauth2')?.user.profile.user_id).toBe(
    'google-oauth2|2',
  );
  expect(findByLogin(directory, 'ada@acme.test', 'acme')).toBeUndefined();
});

test('a seed that contradicts itself is refused', () => {
  const user = { user_id: 'auth0|1', email: 'a@b.test', connection: 'db' };
  const twin = { ...user, user_id: 'auth0|2', email: 'A@B.test' };
  expect(() => seedDirectory([user, user], virtualClock())).toThrow('user_id auth0|1');
  expect(() => seedDirectory([user, twin], virtualClock())).toThrow('email a@b.test in db');
});

test('linked accounts are seeded as Auth0 shows them, the own among them or not', () => {
  const own = { provider: 'auth0', user_id: '1', connection: 'db' };
  const google = { provider: 'google-oauth2', user_id: '7', connection: 'google-oauth2', password: 'x' };
  const profileData = { email: 'A@gmail.test', given_name: 'A' };
  for (const identities of [[{ ...google, profileData }], [own, { ...google, profileData }]]) {
    const user = { user_id: 'auth0|1', email: 'a@b.test', connection: 'db', identities };
    const seeded = seedDirectory([user], virtualClock());
    const [stored] = [...seeded.values()];
    expect(stored?.profile.identities).toEqual([
      { ...own, isSocial: false },
      {
        provider: 'google-oauth2',
        user_id: '7',
        connection: 'google-oauth2',
        isSocial: true,
        profileData: expect.objectContaining(profileData),
      },
    ]);
    expect(JSON.stringify(stored?.profile)).not.toContain('password');
    const found = findByLogin(seeded, 'a@GMAIL.test', 'google-oauth2');
    expect(found).toMatchObject({
      user: { profile: { user_id: 'auth0|1' } },
      account: { connection: 'google-oauth2', password: 'x' },
    });
    expect(stored && accountsOf(stored).map(isDatabaseUser)).toEqual([true, false]);
  }
});

test.each([
  ['auth0|1', { provider: 'auth0', id: '1' }],
  ['oidc|acme|a/b', { provider: 'oidc', id: 'acme|a/b' }],
  ['1', { provider: 'auth0', id: '1' }],
])('the user id %s is %j', (userId, parts) => {
  expect(splitUserId(userId)).toEqual(parts);
});

test.each([
  [undefined, true, ['a', 'b', 'c']],
  ['', false, ['a', 'b', 'c']],
  ['a, c', true, ['a', 'c']],
  ['a,nope', false, ['b', 'c']],
])('fields %j included %j', (fields, include, names) => {
  expect(Object.keys(selectFields({ a: 1, b: 2, c: 3 }, fields, include))).toEqual(names);
});
