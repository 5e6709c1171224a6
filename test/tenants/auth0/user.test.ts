/** Users made from the seed. */

import { findByLogin, seedDirectory, selectFields, showUser } from '../../../tenants/auth0/user';
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
  expect(findByLogin(directory, ' ADA@acme.test ', connection)?.profile.user_id).toBe('auth0|1');
  expect(findByLogin(directory, 'ADA@acme.test', 'google-oauth2')?.profile.user_id).toBe('google-oauth2|2');
  expect(findByLogin(directory, 'ada@acme.test', 'acme')).toBeUndefined();
});

test('a seed that contradicts itself is refused', () => {
  const user = { user_id: 'auth0|1', email: 'a@b.test', connection: 'db' };
  const twin = { ...user, user_id: 'auth0|2', email: 'A@B.test' };
  expect(() => seedDirectory([user, user], virtualClock())).toThrow('user_id auth0|1');
  expect(() => seedDirectory([user, twin], virtualClock())).toThrow('email a@b.test in db');
});

test.each([
  [undefined, true, ['a', 'b', 'c']],
  ['', false, ['a', 'b', 'c']],
  ['a, c', true, ['a', 'c']],
  ['a,nope', false, ['b', 'c']],
])('fields %j included %j', (fields, include, names) => {
  expect(Object.keys(selectFields({ a: 1, b: 2, c: 3 }, fields, include))).toEqual(names);
});
