/** Create User: sends what is filled in and nothing else, and says what Auth0 refuses. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { account, DATABASE } from '../../support/story';
import { HOSTILE_EMAILS, tenantOf } from '../accounts';
import { act } from '../act';

const create = (user: JsonObject) =>
  act(
    'Create User',
    { inputs: { user } },
    { world: tenantOf({ accounts: [account('auth0|1', 'ada@acme.test')] }) },
  );
const password = 'Correct-"Horse"\\9';

it('sends no input that was left empty', async () => {
  const { error, exchanges, calls } = await create({
    connection: DATABASE,
    email: 'grace@acme.test',
    password,
    name: '',
    givenName: '',
    appMetadata: {},
  });
  expect(error).toBeUndefined();
  expect(calls).toEqual(['POST /oauth/token', 'POST /api/v2/users']);
  expect(exchanges.at(-1)?.requestBody).toEqual({ connection: DATABASE, email: 'grace@acme.test', password });
});

it('sends everything that was filled in', async () => {
  const { error, users, outputs } = await create({
    connection: DATABASE,
    email: 'grace@acme.test',
    password,
    name: 'Grace "Amazing" Hopper',
    givenName: 'Grace',
    familyName: 'Høpper',
    appMetadata: { a: { b: [] } },
    userMetadata: { c: false },
  });
  expect(error).toBeUndefined();
  const made = {
    email: 'grace@acme.test',
    name: 'Grace "Amazing" Hopper',
    given_name: 'Grace',
    family_name: 'Høpper',
    app_metadata: { a: { b: [] } },
    user_metadata: { c: false },
  };
  expect(users.at(-1)).toMatchObject(made);
  expect(outputs.user).toMatchObject({
    id: users.at(-1)?.user_id,
    email: made.email,
    name: made.name,
    appMetadata: made.app_metadata,
    userMetadata: made.user_metadata,
    profile: made,
  });
});

it.each(HOSTILE_EMAILS)('the address reaches Auth0 as itself: %s', async (email) => {
  const { exchanges } = await create({ connection: DATABASE, email, password });
  expect(exchanges.at(-1)?.requestBody).toMatchObject({ email });
});

it.each<[number, string, JsonObject]>([
  [409, 'The user already exists.', { connection: DATABASE, email: 'ada@acme.test', password }],
  [400, 'password', { connection: DATABASE, email: 'grace@acme.test' }],
])('%i is an error that says "%s", and no password', async (statusCode, message, user) => {
  const { error, users } = await create(user);
  expect(error).toMatchObject({ statusCode, message: expect.stringContaining(message) });
  expect(users).toHaveLength(1);
  expect(JSON.stringify(error)).not.toContain('Horse');
});
