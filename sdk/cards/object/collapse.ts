/** Object > Collapse: an object of a list of keys with values. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { setOwn, valueAt } from '../path';

export const collapse = card('object:collapse', {
  title: 'Collapse',
  category: 'Object',
  summary:
    'Makes an object of a list of objects that each hold a `key` and a `value`; the last of a key counts.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { list: field.list(undefined, { required: true }) },
  outputs: { output: field.object() },
  examples: [
    {
      inputs: {
        list: [
          { key: 'foo', value: 'bar' },
          { key: 'baz', value: 'taz' },
        ],
      },
      output: { foo: 'bar', baz: 'taz' },
      source: 'function-reference/object/object_collapse',
    },
  ],
  run({ list }) {
    const output: JsonObject = {};
    for (const item of list) {
      const key = valueAt(item, 'key');
      if (key !== undefined && key !== null) setOwn(output, String(key), valueAt(item, 'value') ?? null);
    }
    return { output };
  },
});
