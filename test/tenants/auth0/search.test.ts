/** GET /users over HTTP. */

import { describeWithContract } from '../contract';
import { type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeAll(async () => {
  auth0 = await testAuth0({
    users: Array.from({ length: 120 }, (_, index) => ({
      user_id: `auth0|${String(index).padStart(3, '0')}`,
      email: `user${index}@acme.test`,
      connection: 'db',
      ...(index % 10 === 0 && { app_metadata: { okta_deactivated: true } }),
    })),
  });
});
afterAll(() => auth0.tenant.close());

test('fifty by default, a hundred at most, and the pages do not overlap', async () => {
  expect((await auth0.api('GET', '/users')).body).toHaveLength(50);
  const first = await auth0.api('GET', '/users?per_page=100&sort=user_id:1');
  const second = await auth0.api('GET', '/users?per_page=100&page=1&sort=user_id:1&include_totals=true');
  expect(first.body).toHaveLength(100);
  expect(second.body).toMatchObject({ start: 100, limit: 100, length: 20, total: 120 });
  expect(second.body.users[0].user_id).toBe('auth0|100');
  expect((await auth0.api('GET', '/users?sort=user_id:-1&per_page=1')).body[0].user_id).toBe('auth0|119');
});

test.each([
  ['email:"USER7@acme.test"', 1],
  ['app_metadata.okta_deactivated:true', 12],
  ['app_metadata.okta_deactivated:true AND NOT user_id:"auth0|000"', 11],
  ['email:nobody*', 0],
])('%s finds %d', async (q, count) => {
  const reply = await auth0.api('GET', `/users?search_engine=v3&fields=user_id&q=${encodeURIComponent(q)}`);
  expect(reply.status).toBe(200);
  expect(reply.body).toHaveLength(count);
  if (count > 0) expect(Object.keys(reply.body[0])).toEqual(['user_id']);
});

test.each([
  ['per_page=101', 'invalid_query_string'],
  ['page=-1', 'invalid_query_string'],
  ['per_page=100&page=10', 'invalid_paging'],
  ['search_engine=v2&q=a', 'operation_not_supported'],
  ['search_engine=v4', 'invalid_query_string'],
  ['q=email:', 'invalid_query_string'],
  ['sort=email', 'invalid_query_string'],
  ['nonsense=1', 'invalid_query_string'],
])('?%s is refused with %s', async (query, errorCode) => {
  expect(await auth0.api('GET', `/users?${query}`)).toMatchObject({ status: 400, body: { errorCode } });
});

describeWithContract("every exchange obeys Auth0's API description", () => {
  test('it does', () => {
    expect(auth0.contract.checked).toBeGreaterThan(10);
    expect(auth0.contract.violations).toEqual([]);
  });
});
