/** Object > Zip: an object of a list of keys and a list of values. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { setOwn } from '../path';

export const zip = card('object:zip', {
  title: 'Zip',
  category: 'Object',
  summary: 'Makes an object of keys and values from two lists; a dot in a key is just a dot.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {
    keys: field.listOf(field.text(), undefined, { required: true }),
    values: field.anyList(undefined, { required: true, types: '*' }),
  },
  outputs: { output: field.object() },
  examples: [
    {
      inputs: { keys: ['first.name', 'last.name'], values: ['John', 'Doe'] },
      output: { 'first.name': 'John', 'last.name': 'Doe' },
      source: 'function-reference/object/object_zip',
    },
  ],
  run({ keys, values }) {
    const output: JsonObject = {};
    for (const [index, key] of keys.entries()) setOwn(output, String(key ?? ''), values[index] ?? null);
    return { output };
  },
});
