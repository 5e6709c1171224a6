/** Object > Keys: the names of an object's fields. */

import { card } from '../card';
import { field } from '../field';

export const keys = card('object:keys', {
  title: 'Keys',
  category: 'Object',
  summary: 'Lists the names of the fields of an object.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { object: field.object(undefined, { required: true }) },
  outputs: { keys: field.listOf(field.text(), undefined, { default: null }) },
  examples: [{ inputs: { object: { a: 1, b: 2 } }, output: ['a', 'b'], source: 'exports' }],
  run: ({ object }) => ({ keys: Object.keys(object) }),
});
