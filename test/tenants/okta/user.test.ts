/** Okta's users: seeded and found. */

import { displayName, findByLogin, findUser, moveTo, seedUsers } from '../../../tenants/okta/user';
import { OKTA_SEED, virtualClock } from '../support';

const clock = virtualClock();
const users = seedUsers(OKTA_SEED, clock);

test.each([
  ['00u1', '00u1'],
  ['ada@acme.test', '00u1'],
  ['BOB', '00u2'],
  ['00U1', undefined],
  ['eve@acme.test', undefined],
])('%s means %s', (idOrLogin, id) => {
  expect(findUser(users, idOrLogin)?.id).toBe(id);
});

test('a name that two logins begin with means nobody', () => {
  const more = { id: '00u3', status: 'ACTIVE' as const, profile: { login: 'ada@other.test' } };
  const both = seedUsers({ ...OKTA_SEED, users: [...OKTA_SEED.users, more] }, clock);
  expect(findUser(both, 'ada')).toBeUndefined();
});

test('a login is compared without regard to case, as a whole', () => {
  expect(findByLogin(users, 'ADA@acme.test')?.id).toBe('00u1');
  expect(findByLogin(users, 'ada')).toBeUndefined();
});

test('a user is displayed by name, else by login', () => {
  expect([...users.values()].map(displayName)).toEqual(['Ada L', 'bob@acme.test']);
});

test('a change of status dates itself', async () => {
  const own = seedUsers(OKTA_SEED, clock).get('00u1');
  await clock.wait(1000);
  if (own) moveTo(own, 'DEPROVISIONED', clock);
  expect(own).toMatchObject({
    status: 'DEPROVISIONED',
    created: '2026-01-01T00:00:00.000Z',
    statusChanged: '2026-01-01T00:00:01.000Z',
    lastUpdated: '2026-01-01T00:00:01.000Z',
    activated: '2026-01-01T00:00:00.000Z',
  });
});

test('a seed that contradicts itself is refused', () => {
  const user = { id: '00u1', status: 'ACTIVE' as const, profile: { login: 'a@b.test' } };
  const seed =
    (...list: (typeof user)[]) =>
    () =>
      seedUsers({ domain: 'x', users: list }, clock);
  expect(seed(user, user)).toThrow('there twice');
  expect(seed(user, { ...user, id: '00u2' })).toThrow('there twice');
  expect(seed({ ...user, profile: { login: '' } })).toThrow('no profile.login');
});
