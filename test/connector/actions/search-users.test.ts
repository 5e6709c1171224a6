/** Search Users: the first account, the first hundred, or page by page up to what Auth0 gives. */

import { account } from '../../support/story';
import { HOSTILE_EMAILS, tenantOf } from '../accounts';
import { act } from '../act';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return account(`auth0|${number}`, `user${number}@acme.test`, { app_metadata: { team: 'x' } });
  });

const search = (resultSet: string, query: string, accounts = many(3)) =>
  act(
    'Search Users',
    { options: { resultSet }, inputs: { search: { query } } },
    { world: tenantOf({ accounts }) },
  );

it.each([
  ['first', 3, 1, [['0', '1']]],
  ['hundred', 3, 3, [['0', '100']]],
  ['hundred', 130, 100, [['0', '100']]],
  ['thousand', 3, 3, [['0', '100']]],
  [
    'thousand',
    200,
    200,
    [
      ['0', '100'],
      ['1', '100'],
      ['2', '100'],
    ],
  ],
  [
    'thousand',
    250,
    250,
    [
      ['0', '100'],
      ['1', '100'],
      ['2', '100'],
    ],
  ],
] as const)('%s of %i gives %i', async (resultSet, there, given, pages) => {
  const { error, outputs, requests } = await search(resultSet, 'app_metadata.team:x', many(there));
  expect(error).toBeUndefined();
  const reads = requests.filter(({ method }) => method === 'GET');
  expect(reads.map(({ query }) => [query.page, query.per_page])).toEqual(pages);
  expect(reads.every(({ query }) => query.q === 'app_metadata.team:x' && query.search_engine === 'v3')).toBe(
    true,
  );
  // One token does for all pages.
  expect(requests).toHaveLength(reads.length + 1);
  expect(outputs.result?.count).toBe(given);
  const { users } = outputs.result as { users: { user_id: string }[] };
  expect(users.map(({ user_id }) => user_id)).toEqual(
    many(there)
      .slice(0, given)
      .map(({ user_id }) => user_id),
  );
  expect(outputs.user).toEqual({ id: 'auth0|0000', email: 'user0000@acme.test' });
});

it('asks for no page beyond the tenth: Auth0 would refuse it', async () => {
  const { error, outputs, requests } = await search('thousand', 'app_metadata.team:x', many(1001));
  expect(error).toBeUndefined();
  expect(outputs.result?.count).toBe(1000);
  expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(10);
});

it('nobody found is no error', async () => {
  const { error, outputs } = await search('hundred', 'app_metadata.team:y');
  expect(error).toBeUndefined();
  expect(outputs).toEqual({ user: { id: null, email: null }, result: { users: [], count: 0 } });
});

it.each(HOSTILE_EMAILS)('the query reaches Auth0 as it was typed: %s', async (email) => {
  const query = `email:"${email.replaceAll(/["\\]/g, '\\$&')}"`;
  const accounts = [account('oidc|1', email), account('oidc|2', 'other@acme.test')];
  const { error, outputs, requests } = await search('hundred', query, accounts);
  expect(error).toBeUndefined();
  expect(requests.at(-1)?.query.q).toBe(query);
  expect(outputs.user).toEqual({ id: 'oidc|1', email });
  expect(outputs.result?.count).toBe(1);
});

it('a query that cannot be read is an error with Auth0’s words', async () => {
  const { error } = await search('hundred', '(email:x');
  expect(error).toMatchObject({ statusCode: 400, message: expect.stringContaining('Invalid query') });
});
