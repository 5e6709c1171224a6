/** Search Pages: an answer in the middle that fails is an error, never a shorter list. */

import { account } from '../../support/story';
import { tenantOf } from '../accounts';
import { act } from '../act';

const accounts = Array.from({ length: 230 }, (_, index) =>
  account(`auth0|${index}`, `u${index}@acme.test`, { app_metadata: { team: 'x' } }),
);
const search = (fault: object) =>
  act(
    'Search Users',
    { options: { resultSet: 'thousand' }, inputs: { search: { query: 'app_metadata.team:x' } } },
    {
      world: tenantOf({ accounts, faults: [{ tenant: 'auth0', path: '/api/v2/users', after: 1, ...fault }] }),
    },
  );

it.each([
  ['a 500', { status: 500, times: 99 }],
  ['broken JSON', { body: '[{"user_id":' }],
  ['a broken connection', { reset: true, times: 99 }],
])('%s on the second page', async (_, fault) => {
  const { error, outputs } = await search(fault);
  expect(error).toBeDefined();
  expect(outputs).toEqual({});
});

it('a 429 on the second page is waited for, and no account is missing or there twice', async () => {
  const { error, outputs } = await search({ status: 429, times: 2 });
  expect(error).toBeUndefined();
  const { users } = outputs.result as { users: { user_id: string }[] };
  expect(new Set(users.map(({ user_id }) => user_id)).size).toBe(230);
  expect(outputs.result?.count).toBe(230);
});
