/** List > Collapse: a list of objects as one object. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { addFields } from '../object/merge';

export const collapse = card('list:collapse', {
  title: 'Collapse',
  category: 'List',
  summary:
    'Puts the fields of all objects of a list into one; the last object with a field decides its value.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['object'], collection: true } } },
    outputs: { extensible: false, rules: { output: { types: ['object'], collection: false } } },
  },
  inputs: { list: field.list(undefined, { required: true }) },
  outputs: { output: field.object(undefined, { default: null }) },
  examples: [
    {
      inputs: { list: [{ a: 1, b: 2 }, { b: 3 }] },
      output: { a: 1, b: 3 },
      source: 'function-reference/list/list_collapse',
    },
  ],
  run({ list }) {
    const output: JsonObject = {};
    for (const item of list) addFields(output, item);
    return { output };
  },
});
