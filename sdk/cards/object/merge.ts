/** Object > Merge: several objects as one. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { setOwn } from '../path';

const jane = { email: 'jane.doe@example.com', id: 123 };
const john = { email: 'john.doe@example.com', first: 'John', last: 'Doe' };
const source = 'function-reference/object/object_merge';

export const merge = card('object:merge', {
  title: 'Merge',
  category: 'Object',
  summary: 'Puts the fields of several objects into one; the last object with a field decides its value.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: { '*': { types: ['object'], collection: false } } },
    outputs: { extensible: false },
  },
  inputs: {
    start: field.object('object 1', { required: true }),
    sink: field.object('object 2', { required: true }),
  },
  more: field.object(),
  outputs: { output: field.object() },
  examples: [
    { inputs: { start: jane, sink: john }, output: { ...jane, ...john }, source },
    { inputs: { start: john, sink: jane }, output: { ...john, ...jane }, source },
  ],
  run({ start, sink }, _context, more) {
    const output: JsonObject = {};
    for (const object of [start, sink, ...Object.values(more)]) addFields(output, object);
    return { output };
  },
});

/** Sets every field of an object on another; anything but an object adds nothing. */
export function addFields(target: JsonObject, source: Json): void {
  if (source === null || typeof source !== 'object' || Array.isArray(source)) return;
  for (const [key, value] of Object.entries(source)) setOwn(target, key, value);
}
