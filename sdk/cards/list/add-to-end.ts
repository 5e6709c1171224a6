/** List > Add to End: one item more. */

import { card } from '../card';
import { field } from '../field';

export const addToEnd = card('list:push', {
  title: 'Add to End',
  category: 'List',
  summary: 'Gives a list with one more item at its end.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true }, item: { types: ['*'], collection: '*' } },
    },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    item: field.any(undefined, { required: true, types: '*' }),
  },
  outputs: { list: field.anyList(undefined, { default: null, types: '*' }) },
  examples: [{ inputs: { list: ['a'], item: 'b' }, output: ['a', 'b'], source: 'exports' }],
  run: ({ list, item }) => ({ list: [...list, item] }),
});
