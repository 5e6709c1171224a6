/** Delete User: removes the account that is meant, and no other. */

import { account, SCOPES } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

const accounts = HOSTILE_IDS.map((id, index) => account(id, `${index}@acme.test`));
const remove = (id: string, world = tenantOf({ accounts })) =>
  act('Delete User', { inputs: { user: { id } } }, { world });

it.each(HOSTILE_IDS)('deletes %s alone', async (id) => {
  const { error, users, outputs, calls } = await remove(id);
  expect(error).toBeUndefined();
  expect(outputs.response).toEqual({ statusCode: 204 });
  expect(users.map(({ user_id }) => user_id)).toEqual(HOSTILE_IDS.filter((one) => one !== id));
  expect(calls).toEqual(['POST /oauth/token', `DELETE /api/v2/users/${encodeURIComponent(id)}`]);
});

it('an id that nobody has is no error, as at Auth0', async () => {
  const { error, users, outputs } = await remove('auth0|gone');
  expect(error).toBeUndefined();
  expect(outputs.response).toEqual({ statusCode: 204 });
  expect(users).toHaveLength(accounts.length);
});

it('without its scope it deletes nobody', async () => {
  const { error, users } = await remove('auth0|64f0', tenantOf({ accounts, scopes: SCOPES }));
  expect(error).toMatchObject({ statusCode: 403, message: expect.stringContaining('delete:users') });
  expect(users).toHaveLength(accounts.length);
});
