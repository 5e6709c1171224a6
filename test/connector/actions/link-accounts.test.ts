/** Link Accounts: the secondary becomes an identity of the primary, however its id is given. */

import { account } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

const PRIMARY = 'oidc|prim/ary?#';
const accounts = [
  account(PRIMARY, 'ada@acme.test'),
  ...HOSTILE_IDS.map((id, n) => account(id, `${n}@x.test`)),
];
const link = (primary: string, provider: string, id: string) =>
  act(
    'Link Accounts',
    { inputs: { primary: { id: primary }, secondary: { provider, id } } },
    { world: tenantOf({ accounts }) },
  );
const parts = (userId: string) => {
  const bar = userId.indexOf('|');
  return { provider: userId.slice(0, bar), id: userId.slice(bar + 1) };
};

describe.each(HOSTILE_IDS)('%s', (userId) => {
  const { provider, id } = parts(userId);
  it.each([
    ['without its provider', id],
    ['with it', userId],
  ])('is linked, its id given %s', async (_, given) => {
    const { error, outputs, users, calls } = await link(PRIMARY, provider, given);
    expect(error).toBeUndefined();
    const { identities } = outputs.result as { identities: object[] };
    expect(identities).toEqual([
      expect.objectContaining(parts2(PRIMARY)),
      expect.objectContaining({ provider, user_id: id }),
    ]);
    expect(users.map(({ user_id }) => user_id)).toEqual(
      [PRIMARY, ...HOSTILE_IDS].filter((one) => one !== userId),
    );
    expect(calls).toEqual([
      'POST /oauth/token',
      `POST /api/v2/users/${encodeURIComponent(PRIMARY)}/identities`,
    ]);
  });
});

it.each([
  ['itself', PRIMARY, PRIMARY, 'must not be the same'],
  ['somebody who is not there', PRIMARY, 'oidc|gone', 'does not exist'],
  ['to a primary that is not there', 'auth0|gone', 'auth0|64f0', 'does not exist'],
])('an account linked with %s is an error with Auth0’s words', async (_, primary, secondary, message) => {
  const { provider, id } = parts(secondary);
  const { error, users } = await link(primary, provider, id);
  expect(error).toMatchObject({ statusCode: 400, message: expect.stringContaining(message) });
  expect(users).toHaveLength(accounts.length);
});

function parts2(userId: string) {
  const { provider, id } = parts(userId);
  return { provider, user_id: id };
}
