/** Object > Clear Empty: only fields that hold something. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { isEmpty } from '../comparison';
import { field } from '../field';
import { withinMemory } from '../limits';
import { setOwn } from '../path';

const object = { Name: 'Emily', Age: '', Settings: { test: {}, test2: 'value2' } };
const source = 'function-reference/object/object_clearempty';

export const clearEmpty = card('object:clearEmpty', {
  title: 'Clear Empty',
  category: 'Object',
  summary:
    'Removes the fields of an object that hold nothing, in the objects within it too unless told otherwise.',
  header: { timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {
        object: { types: ['object'], collection: false },
        recursive: { types: ['boolean'], collection: false },
      },
    },
    outputs: { extensible: false, rules: { output: { types: ['object'], collection: false } } },
  },
  inputs: {
    object: field.object(undefined, { required: true }),
    recursive: field.flag(undefined, { default: true }),
  },
  outputs: { output: field.object() },
  examples: [
    {
      inputs: { object, recursive: false },
      output: { Name: 'Emily', Settings: { test: {}, test2: 'value2' } },
      source,
    },
    { inputs: { object, recursive: true }, output: { Name: 'Emily', Settings: { test2: 'value2' } }, source },
    {
      inputs: { object: { a: 0, b: false, c: [] }, recursive: true },
      output: { a: 0, b: false },
      source: 'exports',
    },
  ],
  run: ({ object, recursive }) => ({ output: withinMemory(() => withoutEmpty(object, recursive)) }),
});

/** An object without its empty fields; those that became empty on the way go too. */
export function withoutEmpty(object: JsonObject, recursive: boolean): JsonObject {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(object)) {
    const inner = recursive ? cleared(value) : value;
    if (!isEmpty(inner)) setOwn(kept, key, inner);
  }
  return kept;
}

/** The items of a list keep their places; only the objects among them are cleared. */
function cleared(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) ? value.map(cleared) : withoutEmpty(value, true);
}
