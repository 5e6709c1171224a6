/** Object > Construct: an object of single values. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { withValueAt } from '../path';
import { anything } from '../rules';

export const construct = card('object:construct', {
  title: 'Construct',
  category: 'Object',
  summary: 'Makes an object of its inputs; a dot in a name makes an object within, a number a list.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: true, rules: anything }, outputs: { extensible: false } },
  inputs: {},
  more: field.any(),
  outputs: { output: field.object() },
  examples: [
    {
      inputs: { 'First name': 'Jane', 'Last name': 'Smith', Age: 29, Loyalty: true },
      output: { 'First name': 'Jane', 'Last name': 'Smith', Age: 29, Loyalty: true },
      source: 'function-reference/object/object_construct',
    },
    {
      inputs: { 'profile.name': 'G', 'profile.description': 'd' },
      output: { profile: { name: 'G', description: 'd' } },
      source: 'function-reference/object/object_zip',
    },
    {
      inputs: { 'fields.0.text': 'a', 'fields.1.text': '' },
      output: { fields: [{ text: 'a' }, { text: '' }] },
      source: 'exports',
    },
    { inputs: {}, output: {}, source: 'exports' },
  ],
  run(_inputs, _context, more) {
    let output: JsonObject = {};
    for (const [key, value] of Object.entries(more)) output = withValueAt(output, key, value);
    return { output };
  },
});
