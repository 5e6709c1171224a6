/** Object > Values: the values of an object's fields. */

import { card } from '../card';
import { field } from '../field';

export const values = card('object:values', {
  title: 'Values',
  category: 'Object',
  summary: 'Lists the values of the fields of an object.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { object: field.object(undefined, { required: true }) },
  outputs: { values: field.anyList(undefined, { types: '*' }) },
  examples: [{ inputs: { object: { a: 1, b: 2 } }, output: [1, 2], source: 'exports' }],
  run: ({ object }) => ({ values: Object.values(object) }),
});
