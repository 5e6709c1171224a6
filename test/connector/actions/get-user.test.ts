/** Get User: one account by its id, whatever characters the id has. */

import { account } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

it.each(HOSTILE_IDS)('%s is found as itself, with one read', async (id) => {
  const metadata = { app_metadata: { a: 1 }, user_metadata: { b: '"' } };
  const accounts = HOSTILE_IDS.map((one, index) =>
    account(one, `${index}@acme.test`, one === id ? { ...metadata, blocked: true } : {}),
  );
  const { error, outputs, calls } = await act(
    'Get User',
    { inputs: { user: { id } } },
    { world: tenantOf({ accounts }) },
  );
  expect(error).toBeUndefined();
  expect(outputs.user).toMatchObject({
    id,
    email: `${HOSTILE_IDS.indexOf(id)}@acme.test`,
    blocked: true,
    appMetadata: { a: 1 },
    userMetadata: { b: '"' },
    profile: { user_id: id },
  });
  expect(calls).toEqual(['POST /oauth/token', `GET /api/v2/users/${encodeURIComponent(id)}`]);
});

it.each(['auth0|gone', 'auth0', 'auth0|..', '%2e%2e'])(
  '"%s", which nobody has, is an error with Auth0’s words',
  async (id) => {
    const { error } = await act('Get User', { inputs: { user: { id } } });
    expect(error).toMatchObject({ statusCode: 404 });
  },
);
