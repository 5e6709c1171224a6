/** Update Metadata: sets what it is given, at any depth, and leaves alone what stands beside it. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { account, SCOPES, UNTOUCHED, worldOf } from '../../support/story';
import { type ActOptions, act } from '../act';

const targets = ['app_metadata', 'user_metadata'] as const;
type Target = (typeof targets)[number];

const ID = 'oidc|acme|a/b?c#d e';

const update = (
  target: Target,
  before: JsonObject | undefined,
  changes: JsonObject,
  options: ActOptions = {},
) => {
  const metadata: JsonObject = before === undefined ? {} : { app_metadata: before, user_metadata: before };
  const world = worldOf({ accounts: [account(ID, 'ada@acme.test', metadata)] });
  const given = { options: { target }, inputs: { user: { id: ID }, metadata: { changes } } };
  return act('Update Metadata', given, { world, ...options });
};

/** Changes, what was there, and what must be there then. */
const rows: [what: string, before: JsonObject | undefined, changes: JsonObject, after: Json][] = [
  ['nothing there', undefined, { a: 1 }, { a: 1 }],
  ['beside others', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ['over a value', { a: 1, b: 2 }, { b: 'x' }, { a: 1, b: 'x' }],
  ['two deep', { a: { b: 1, c: 2 }, d: 3 }, { a: { b: 9 } }, { a: { b: 9, c: 2 }, d: 3 }],
  [
    'three deep',
    { a: { b: { c: 1, d: 2 }, e: 3 }, f: { g: 4 } },
    { a: { b: { c: 9, x: true } }, y: 'z' },
    { a: { b: { c: 9, d: 2, x: true }, e: 3 }, f: { g: 4 }, y: 'z' },
  ],
  ['an object over a text', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
  ['a text over an object', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
  ['a text that looks like an object', { a: { b: 1 } }, { a: '{"c":2}' }, { a: '{"c":2}' }],
  ['lists are replaced', { a: [1, 2], b: { c: [3] } }, { a: [9], b: { c: [] } }, { a: [9], b: { c: [] } }],
  ['True/False, zero and empty text', { a: true }, { a: false, b: 0, c: '' }, { a: false, b: 0, c: '' }],
  ['an empty object beside others', { a: { b: 1 } }, { a: {} }, { a: { b: 1 } }],
  ['null removes a key', { a: 1, b: 2 }, { a: null }, { b: 2 }],
  ['null removes a nested object whole', { a: { b: 1 }, c: 2 }, { a: null }, { c: 2 }],
  [
    'quotes, line ends and letters beyond ASCII',
    { a: { b: '"' } },
    { a: { 'c d': 'ä"\\\n💡' } },
    { a: { b: '"', 'c d': 'ä"\\\n💡' } },
  ],
];

describe.each(targets)('%s', (target) => {
  it.each(rows)('%s', async (_, before, changes, after) => {
    const { error, users, outputs } = await update(target, before, changes);
    expect(error).toBeUndefined();
    const [user] = users;
    const other = target === 'app_metadata' ? 'user_metadata' : 'app_metadata';
    expect(user?.[target]).toEqual(after);
    expect(user?.[other]).toEqual(before);
    expect(outputs.user).toEqual({
      id: ID,
      appMetadata: user?.app_metadata ?? null,
      userMetadata: user?.user_metadata ?? null,
    });
  });
});

it('no change is refused: Auth0 would take it as the wish to remove all metadata', async () => {
  const { error, calls, users } = await update('app_metadata', { a: 1 }, {});
  expect(error).toMatchObject({ statusCode: 400, message: 'No Changes input provided.' });
  expect(calls).toEqual([]);
  expect(users[0]?.app_metadata).toEqual({ a: 1 });
});

it('reads with one token, then writes with the same, the id encoded', async () => {
  const { calls } = await update('app_metadata', undefined, { a: 1 });
  expect(calls).toEqual([
    'POST /oauth/token',
    'GET /api/v2/users/oidc%7Cacme%7Ca%2Fb%3Fc%23d%20e',
    'PATCH /api/v2/users/oidc%7Cacme%7Ca%2Fb%3Fc%23d%20e',
  ]);
});

it('ends with what Auth0 says', async () => {
  const world = worldOf({ scopes: SCOPES.filter((scope) => scope === 'read:users') });
  const given = {
    options: { target: 'app_metadata' },
    inputs: { user: { id: 'auth0|ada' }, metadata: { changes: { a: 1 } } },
  };
  const { error, users } = await act('Update Metadata', given, { world });
  expect(error).toMatchObject({ statusCode: 403, message: expect.stringContaining('Insufficient scope') });
  expect(users[0]).toMatchObject({ user_id: 'auth0|ada' });
  expect({ ...UNTOUCHED, ...users[0] }).toMatchObject(UNTOUCHED);
});
