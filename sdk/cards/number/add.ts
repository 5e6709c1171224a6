/** Number > Add. */

import { card } from '../card';
import { field } from '../field';
import { finite } from '../limits';

export const add = card('math:add', {
  title: 'Add',
  category: 'Number',
  summary: 'Adds two or more numbers.',
  established: 'inferred',
  ports: {
    inputs: { extensible: true, rules: { '*': { types: ['number'], collection: false } }, groupRules: {} },
  },
  more: field.number(),
  inputs: {
    a: field.number('number 1', { required: true }),
    b: field.number('number 2', { required: true }),
  },
  outputs: { output: field.number('total') },
  examples: [
    {
      inputs: { a: 1, b: 2.5, c: 3, unset: null },
      output: 6.5,
      source: 'exports',
    },
    { inputs: { a: 1e308, b: 1e308 }, error: 'too large', source: 'assumed' },
  ],
  run: ({ a, b }, _context, more) => ({
    output: finite([a, b, ...Object.values(more)].reduce<number>((sum, each) => sum + Number(each ?? 0), 0)),
  }),
});
