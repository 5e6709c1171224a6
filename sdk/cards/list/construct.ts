/** List > Construct: a list of single values. */

import { card } from '../card';
import { field } from '../field';

export const construct = card('list:construct', {
  title: 'Construct',
  category: 'List',
  summary: 'Makes a list of its inputs, in order; without inputs an empty one.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: { '*': { types: ['*'] } } },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: {},
  more: field.any('item'),
  outputs: { list: field.anyList(undefined, { types: '*' }) },
  examples: [
    { inputs: { k1: 'one', k2: 'two' }, output: ['one', 'two'], source: 'exports' },
    { inputs: {}, output: [], source: 'exports' },
  ],
  run: (_inputs, _context, more) => ({ list: Object.values(more) }),
});
