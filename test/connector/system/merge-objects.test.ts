/** Merge Objects, as Update Metadata uses it: merges as a program would, whatever the objects. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { ourConnector } from '../../../scripts/world';
import { account, withWorld, worldOf } from '../../support/story';
import { act, credentials } from '../act';

/** Keys without a dot, which would be a path. */
const key = fc.constantFrom('a', 'b', 'c', 'ä', 'with space', '__proto', 'toString', '0');
const leaf = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('', 'x', '{', '{}', '"', 'null'),
  fc.constant<Json>([1, { a: 2 }]),
);
const { tree } = fc.letrec<{ tree: JsonObject; value: Json }>((tie) => ({
  tree: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('tree')),
}));

it('agrees with merging in a program', () =>
  fc.assert(
    fc.asyncProperty(tree, tree, async (before, changes) => {
      // Nothing to change is refused.
      fc.pre(Object.keys(changes).length > 0);
      const world = worldOf({ accounts: [account('auth0|ada', 'ada@acme.test', { app_metadata: before })] });
      const given = {
        options: { target: 'app_metadata' },
        inputs: { user: { id: 'auth0|ada' }, metadata: { changes } },
      };
      const { error, users } = await act('Update Metadata', given, { world });
      expect(error).toBeUndefined();
      expect(users[0]?.app_metadata).toEqual(merged(before, changes));
    }),
    { numRuns: 30, seed: 1 },
  ));

it('holds at a depth and a width beyond what anybody writes', async () => {
  let deep: JsonObject = { end: 1 };
  for (let level = 0; level < 12; level++) deep = { down: deep };
  const wide = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key${index}`, index]));
  const world = worldOf({
    accounts: [account('auth0|ada', 'ada@acme.test', { app_metadata: { ...deep, kept: 1 } })],
  });
  const given = {
    options: { target: 'app_metadata' },
    inputs: { user: { id: 'auth0|ada' }, metadata: { changes: { ...deep, ...wide } } },
  };
  const { error, users } = await act('Update Metadata', given, { world });
  expect(error).toBeUndefined();
  expect(users[0]?.app_metadata).toEqual({ ...deep, ...wide, kept: 1 });
});

it('cannot be called from outside: it is no action', () =>
  withWorld(worldOf(), {}, ({ org }) =>
    expect(org.callAction(ourConnector().key, 'mergeObjects', {}, credentials)).rejects.toThrow(
      /has no action/,
    ),
  ));

function merged(before: JsonObject, changes: JsonObject): JsonObject {
  const result: JsonObject = { ...before };
  for (const [name, change] of Object.entries(changes)) {
    const there = Object.hasOwn(before, name) ? before[name] : undefined;
    result[name] = isObject(there) && isObject(change) ? merged(there, change) : change;
  }
  return result;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
