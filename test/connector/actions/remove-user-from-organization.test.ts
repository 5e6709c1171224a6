/** Remove User from Organization: ends one membership and leaves the others. */

import { account } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

const accounts = HOSTILE_IDS.map((id, index) => account(id, `${index}@acme.test`));
const world = tenantOf(
  { accounts },
  {
    organizations: [
      { id: 'org_1', name: 'acme', members: HOSTILE_IDS },
      { id: 'org_2', name: 'other', members: HOSTILE_IDS },
    ],
  },
);
const remove = (id: string, organization: string) =>
  act(
    'Remove User from Organization',
    { inputs: { user: { id }, organization: { id: organization } } },
    { world },
  );

it.each(HOSTILE_IDS)('names %s, and nobody else', async (id) => {
  const { error, outputs, exchanges, users } = await remove(id, 'org_1');
  expect(error).toBeUndefined();
  expect(outputs.response).toEqual({ statusCode: 204 });
  expect(exchanges.slice(1)).toMatchObject([
    { method: 'DELETE', path: '/api/v2/organizations/org_1/members', requestBody: { members: [id] } },
  ]);
  expect(users).toHaveLength(accounts.length);
});

it.each(['org_9', 'org/../1?#', 'ä b'])('"%s", which is not there, is an error of status 404', async (id) => {
  const { error, calls } = await remove('auth0|64f0', id);
  expect(error).toMatchObject({ statusCode: 404, message: expect.stringContaining('No organization') });
  expect(calls.at(-1)).toBe(`DELETE /api/v2/organizations/${encodeURIComponent(id)}/members`);
});
