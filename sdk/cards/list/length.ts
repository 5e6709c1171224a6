/** List > Length: how many items there are. */

import { card } from '../card';
import { field } from '../field';

export const length = card('list:length', {
  title: 'Length',
  category: 'List',
  summary: 'Counts the items of a list.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
    outputs: { extensible: false },
  },
  inputs: { list: field.anyList(undefined, { required: true, types: '*' }) },
  outputs: { length: field.number(undefined, { default: null }) },
  examples: [
    { inputs: { list: ['a', 'b', 'c'] }, output: 3, source: 'exports' },
    { inputs: { list: [] }, output: 0, source: 'exports' },
  ],
  run: ({ list }) => ({ length: list.length }),
});
