/** Find Accounts, as Deactivate User uses it: addresses in both spellings, ids, each account once, whatever is wrong. */

import { account } from '../../support/story';
import { linkedTo, tenantOf } from '../accounts';
import { act } from '../act';

const world = tenantOf({
  accounts: [
    account('auth0|1', 'ada@acme.test'),
    account('oidc|2', 'Ada@Acme.test'),
    account('oidc|3', 'old@acme.test'),
  ],
});
const find = (user: Record<string, string | string[]>, given = world, linked = 'known') =>
  act(
    'Deactivate User',
    {
      options: { mode: 'dry-run', revoke: 'no', linked },
      inputs: { user, okta: { id: '00u', status: 'X' } },
    },
    { world: given },
  );

it.each([
  ['nothing at all', {}, [], []],
  ['empty addresses', { email: ' ', emails: ['', ' '] }, [], []],
  ['both spellings', { email: 'Ada@Acme.test' }, ['auth0|1', 'oidc|2'], ['ada@acme.test', 'Ada@Acme.test']],
  [
    'one address in several spellings',
    { email: 'Ada@Acme.test', emails: ['ada@acme.test', 'Ada@Acme.test'] },
    ['auth0|1', 'oidc|2'],
    ['ada@acme.test', 'Ada@Acme.test'],
  ],
  ['one address twice', { email: 'old@acme.test', emails: ['old@acme.test'] }, ['oidc|3'], ['old@acme.test']],
  ['an id that an address found', { email: 'old@acme.test', ids: ['oidc|3'] }, ['oidc|3'], ['old@acme.test']],
  ['ids alone', { ids: ['oidc|3', 'auth0|1', 'oidc|3'] }, ['oidc|3', 'auth0|1'], []],
] as [string, Record<string, string | string[]>, string[], string[]][])(
  '%s',
  async (_what, user, ids, asked) => {
    const { error, outputs, requests } = await find(user);
    expect(error).toBeUndefined();
    expect(outputs.result?.ids).toEqual(ids);
    // Auth0 is never asked for nothing and given everybody.
    const emails = requests.filter(({ path }) => path.endsWith('by-email')).map(({ query }) => query.email);
    expect(emails).toEqual(asked);
    expect(requests.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
    const searches = requests.filter(({ path }) => path === '/api/v2/users');
    expect(searches.length).toBeLessThanOrEqual(ids.length === 0 ? 1 : 0);
  },
);

describe('an account that stands under a primary one with another address', () => {
  const linked = tenantOf({
    accounts: [
      account('auth0|1', 'ada@acme.test'),
      account('auth0|p', 'home@ada.test', linkedTo('oidc|7', 'Ada@Acme.test')),
      // Provider and ID, but of two different identities.
      account('oidc|8', 'grace@acme.test', linkedTo('samlp|7', 'grace@acme.test')),
    ],
  });

  it.each([
    ['is found by its id', { ids: ['oidc|7'] }, 'known', ['auth0|p']],
    [
      'is found by its address where that is asked for',
      { email: 'Ada@Acme.test' },
      'search',
      ['auth0|1', 'auth0|p'],
    ],
    ['costs nothing where it is not', { email: 'Ada@Acme.test' }, 'known', ['auth0|1']],
    [
      'is found by its address where nobody else is',
      { email: 'grace@acme.test', ids: ['oidc|9'] },
      'known',
      ['oidc|8'],
    ],
  ])('%s', async (_what, user, how, ids) => {
    const { error, outputs, requests } = await find(user, linked, how);
    expect(error).toBeUndefined();
    expect(outputs.result?.ids).toEqual(ids);
    expect(requests.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  });

  it('nobody found, nobody linked: one search says so', async () => {
    const { outputs, requests } = await find({ email: 'nobody@acme.test' }, linked);
    expect(outputs.result).toMatchObject({ ids: [], count: 0 });
    expect(requests.filter(({ path }) => path === '/api/v2/users')).toHaveLength(1);
  });
});

it.each([403, 500])('an id whose account cannot be read ends the search with %i', async (status) => {
  const faults = [{ tenant: 'auth0' as const, path: '/api/v2/users/oidc*', status, times: 99 }];
  const { error, outputs } = await find({ ids: ['oidc|3'] }, tenantOf({ faults }));
  expect(error).toMatchObject({ statusCode: status });
  expect(outputs).toEqual({});
});
