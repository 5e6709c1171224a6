/** Merging objects to any depth: Auth0 and the platform's Merge card do so at the first level only (D10). */

import { callFlow, field, ifElse, json, object, text } from '../../sdk/dsl';
import { type InTurn, inTurn } from '../in-turn';

const facts = { existing: field.object(), changes: field.object() };
const state = { merged: field.object() };

/**
 * `merged` with the changes under some keys in it; where both what exists and the change are objects, they are merged in
 * turn.
 */
export const mergeObjects: InTurn<string, typeof facts, typeof state> = inTurn({
  name: 'Merge Objects',
  description:
    'Puts the changes under some keys into an object, and objects within it together, to any depth.',
  item: field.text(),
  facts,
  state,
  step({ connection, item: key, existing, changes, merged }) {
    const before = object.get({ object: existing, path: key }, { as: { output: field.object() } });
    const after = object.get({ object: changes, path: key }, { as: { output: field.object() } });
    // Only an object's JSON starts with a brace; the platform has no card that tells a value's type.
    const beforeText = json.stringify({ object: before.output });
    const afterText = json.stringify({ object: after.output });
    const beforeStart = text.at({ string: beforeText.output, index: 0 });
    const afterStart = text.at({ string: afterText.output, index: 0 });
    const starts = text.concatenate({ string1: beforeStart.output, string2: afterStart.output });
    const { value } = ifElse(
      { a: starts.output, operator: '==', b: '{{' },
      {
        then() {
          const inner = object.keys({ object: after.output });
          const deeper = callFlow(mergeObjects, {
            connection,
            items: inner.keys,
            existing: before.output,
            changes: after.output,
            merged: before.output,
          });
          return { value: deeper.merged };
        },
        else: () => ({ value: after.output }),
      },
    );
    return {
      merged: object.set({ object: merged, path: key, value }, { as: { output: field.object() } }).output,
    };
  },
});
