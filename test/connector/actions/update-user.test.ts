/** Update User: changes the root fields that are given, of the account that is meant. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { account } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

/** Of a database: what other connections say of a name, Auth0 does not let anybody change. */
const IDS = HOSTILE_IDS.map((id) => id.replace(/^[^|]+/, 'auth0'));

const update = (id: string, change: JsonObject) => {
  const accounts = IDS.map((one, index) =>
    account(one, `${index}@acme.test`, { name: 'before', nickname: 'nick' }),
  );
  return act('Update User', { inputs: { user: { id, ...change } } }, { world: tenantOf({ accounts }) });
};

it.each(IDS)('changes %s alone', async (id) => {
  const { error, users, outputs, calls } = await update(id, { name: 'Ada "L" \\ é', familyName: '' });
  expect(error).toBeUndefined();
  expect(users.filter(({ name }) => name !== 'before').map(({ user_id }) => user_id)).toEqual([id]);
  expect(users.find(({ user_id }) => user_id === id)).toMatchObject({
    name: 'Ada "L" \\ é',
    nickname: 'nick',
  });
  expect(outputs.user).toMatchObject({ id, name: 'Ada "L" \\ é' });
  expect(calls).toEqual(['POST /oauth/token', `PATCH /api/v2/users/${encodeURIComponent(id)}`]);
});

it('sends the fields by their API names, and those of Further Fields beside them', async () => {
  const { error, exchanges } = await update('auth0|64f0', {
    email: 'new@acme.test',
    name: 'Ada',
    givenName: 'A',
    familyName: 'L',
    nickname: 'al',
    further: { email_verified: false, picture: 'https://acme.test/ada.png' },
  });
  expect(error).toBeUndefined();
  expect(exchanges.at(-1)?.requestBody).toEqual({
    email: 'new@acme.test',
    name: 'Ada',
    given_name: 'A',
    family_name: 'L',
    nickname: 'al',
    email_verified: false,
    picture: 'https://acme.test/ada.png',
  });
});

it('an account that is not there is an error of status 404', async () => {
  const { error } = await update('auth0|gone', { name: 'x' });
  expect(error).toMatchObject({ statusCode: 404, message: expect.stringContaining('does not exist') });
});
