/** Object > Filter: only fields that hold something, on the first level. */

import { card } from '../card';
import { field } from '../field';
import { withoutEmpty } from './clear-empty';

export const filter = card('object:filter', {
  title: 'Filter',
  category: 'Object',
  summary: 'Removes the fields of an object that hold nothing; the objects within it stay as they are.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { object: field.object(undefined, { required: true }) },
  outputs: { output: field.object() },
  examples: [
    {
      inputs: { object: { Name: 'Emily', Age: '', Settings: { test: {}, test2: 'value2' } } },
      output: { Name: 'Emily', Settings: { test: {}, test2: 'value2' } },
      source: 'function-reference/object/object_filter',
    },
  ],
  run: ({ object }) => ({ output: withoutEmpty(object, false) }),
});
