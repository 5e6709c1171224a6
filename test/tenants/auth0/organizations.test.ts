/** Organizations over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { seedOrganizations } from '../../../tenants/auth0/organizations';
import { type TestedAuth0, testAuth0 } from '../support';

const MEMBERS = '/organizations/org_1/members';
let auth0: TestedAuth0;
beforeEach(async () => {
  auth0 = await testAuth0({
    seed: {
      organizations: [
        { id: 'org_1', name: 'acme', members: ['auth0|1', 'auth0|3'] },
        { id: 'org_2', name: 'beta', display_name: 'Beta', members: ['auth0|1'] },
      ],
    },
  });
});
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

const memberIds = async () =>
  (await auth0.admin('GET', MEMBERS)).body.map(({ user_id }: { user_id: string }) => user_id);

test('a person leaves one Organization and stays in the other', async () => {
  expect((await auth0.admin('GET', '/users/auth0%7C1/organizations')).body).toEqual([
    { id: 'org_1', name: 'acme', display_name: 'acme' },
    { id: 'org_2', name: 'beta', display_name: 'Beta' },
  ]);
  expect((await auth0.admin('DELETE', MEMBERS, { members: ['auth0|1'] })).status).toBe(204);
  expect(await memberIds()).toEqual(['auth0|3']);
  expect((await auth0.admin('GET', '/users/auth0%7C1/organizations?include_totals=true')).body).toMatchObject(
    {
      total: 1,
      organizations: [{ id: 'org_2' }],
    },
  );
});

test('a member is shown as recorded; one who is deleted or linked is a member no more', async () => {
  expect((await auth0.admin('GET', `${MEMBERS}?include_totals=true&per_page=1`)).body).toEqual({
    start: 0,
    limit: 1,
    total: 2,
    members: [{ user_id: 'auth0|1', email: 'ada@acme.test', name: 'ada@acme.test' }],
  });
  await auth0.admin('DELETE', '/users/auth0%7C1');
  expect(await memberIds()).toEqual(['auth0|3']);
  await auth0.api('POST', '/users/google-oauth2%7C2/identities', { provider: 'auth0', user_id: '3' });
  expect(await memberIds()).toEqual([]);
});

test('members by checkpoint, each once', async () => {
  const first = (await auth0.admin('GET', `${MEMBERS}?take=1`)).body;
  expect(first.members).toMatchObject([{ user_id: 'auth0|1' }]);
  const rest = (await auth0.admin('GET', `${MEMBERS}?take=1&from=${encodeURIComponent(first.next)}`)).body;
  expect(rest).toEqual({ members: [expect.objectContaining({ user_id: 'auth0|3' })] });
});

test.each<[string, string, Json | undefined, number]>([
  ['DELETE', MEMBERS, { members: ['auth0|9'] }, 204],
  ['DELETE', MEMBERS, { members: [] }, 400],
  ['DELETE', MEMBERS, { members: 'auth0|1' }, 400],
  ['DELETE', MEMBERS, undefined, 400],
  ['DELETE', '/organizations/org_9/members', { members: ['auth0|1'] }, 404],
  ['GET', '/organizations/org_9/members', undefined, 404],
  ['GET', '/users/auth0%7C9/organizations', undefined, 404],
])('%s %s %j answers %d and removes nobody', async (method, path, body, status) => {
  expect((await auth0.admin(method, path, body)).status).toBe(status);
  expect(await memberIds()).toHaveLength(2);
});

test('the scopes', async () => {
  for (const [method, path] of [
    ['GET', MEMBERS],
    ['DELETE', MEMBERS],
    ['GET', '/users/auth0%7C1/organizations'],
  ] as const) {
    expect((await auth0.api(method, path)).status).toBe(403);
  }
});

test('a seed that contradicts itself is refused', () => {
  const one = { id: 'org_1', name: 'acme' };
  expect(() => seedOrganizations([one, one], new Map())).toThrow('org_1');
  expect(() => seedOrganizations([{ ...one, members: ['auth0|9'] }], new Map())).toThrow('auth0|9');
});
