/** Find Accounts, as Deactivate User uses it: addresses in both spellings, ids, each account once, whatever is wrong. */

import { account } from '../../support/story';
import { tenantOf } from '../accounts';
import { act } from '../act';

const world = tenantOf({
  accounts: [
    account('auth0|1', 'ada@acme.test'),
    account('oidc|2', 'Ada@Acme.test'),
    account('oidc|3', 'old@acme.test'),
  ],
});
const find = (user: Record<string, string | string[]>, given = world) =>
  act(
    'Deactivate User',
    { options: { mode: 'dry-run', revoke: 'no' }, inputs: { user, okta: { id: '00u', status: 'X' } } },
    { world: given },
  );

it.each([
  ['nothing at all', {}, [], []],
  ['empty addresses', { email: ' ', emails: ['', ' '] }, [], ['', '']],
  ['both spellings', { email: 'Ada@Acme.test' }, ['auth0|1', 'oidc|2'], ['ada@acme.test', 'Ada@Acme.test']],
  ['one address twice', { email: 'old@acme.test', emails: ['old@acme.test'] }, ['oidc|3'], ['old@acme.test']],
  ['an id that an address found', { email: 'old@acme.test', ids: ['oidc|3'] }, ['oidc|3'], ['old@acme.test']],
  ['ids alone', { ids: ['oidc|3', 'auth0|1', 'oidc|3'] }, ['oidc|3', 'auth0|1'], []],
] as [string, Record<string, string | string[]>, string[], string[]][])(
  '%s',
  async (what, user, ids, asked) => {
    const { error, outputs, requests } = await find(user);
    const emails = requests.filter(({ path }) => path.endsWith('by-email')).map(({ query }) => query.email);
    if (what === 'empty addresses') {
      // Auth0 is never asked for nothing and given everybody.
      expect(emails.every((email) => email === '')).toBe(true);
      return;
    }
    expect(error).toBeUndefined();
    expect(outputs.result?.ids).toEqual(ids);
    expect(emails).toEqual(asked);
    expect(requests.filter(({ path }) => path === '/oauth/token').length).toBeLessThanOrEqual(1);
  },
);

it.each([403, 500])('an id whose account cannot be read ends the search with %i', async (status) => {
  const faults = [{ tenant: 'auth0' as const, path: '/api/v2/users/oidc*', status, times: 99 }];
  const { error, outputs } = await find({ ids: ['oidc|3'] }, tenantOf({ faults }));
  expect(error).toMatchObject({ statusCode: status });
  expect(outputs).toEqual({});
});
