/** Merging objects to any depth: Auth0 and the platform's Merge card do so at the first level only (D10). */

import {
  callFlow,
  connectorHelper,
  field,
  type HelperFlow,
  ifElse,
  json,
  list,
  object,
  text,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';

const inputs = {
  keys: field.listOf(field.text()),
  base: field.object(),
  existing: field.object(),
  changes: field.object(),
};
const outputs = { merged: field.object() };

/**
 * `base` with the changes under `keys` in it; where both what exists and the change are objects, they are merged in
 * turn. It works on the first key and calls itself for the rest: a helper flow of a connector gets its connection from
 * a Call Flow, which the iterators have no field for.
 */
export const mergeObjects: HelperFlow<typeof inputs, typeof outputs, Connection> = connectorHelper({
  auth,
  name: 'Merge Objects',
  description:
    'Puts the changes under some keys into an object, and objects within it together, to any depth.',
  inputs,
  outputs,
  body({ connection, keys, base, existing, changes }) {
    const { length } = list.length({ list: keys });
    return ifElse(
      { a: length, operator: '==', b: 0 },
      {
        then: () => ({ merged: base }),
        else() {
          const { item: key, list: rest } = list.getFirstItem(
            { list: keys },
            { as: { item: field.text(), list: field.listOf(field.text()) } },
          );
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
                const { merged } = callFlow(mergeObjects, {
                  connection,
                  keys: inner.keys,
                  base: before.output,
                  existing: before.output,
                  changes: after.output,
                });
                return { value: merged };
              },
              else: () => ({ value: after.output }),
            },
          );
          const next = object.set({ object: base, path: key, value }, { as: { output: field.object() } });
          return callFlow(mergeObjects, { connection, keys: rest, base: next.output, existing, changes });
        },
      },
    );
  },
});
