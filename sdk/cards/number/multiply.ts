/** Number > Multiply. */

import { card } from '../card';
import { field } from '../field';
import { finite } from '../limits';

export const multiply = card('math:multiply', {
  title: 'Multiply',
  category: 'Number',
  summary: 'Multiplies two or more numbers.',
  established: 'inferred',
  ports: {
    inputs: { extensible: true, rules: { '*': { types: ['number'], collection: false } }, groupRules: {} },
  },
  more: field.number(),
  inputs: {
    a: field.number('number 1', { required: true }),
    b: field.number('number 2', { required: true }),
  },
  outputs: { output: field.number() },
  examples: [
    { inputs: { a: 2, b: 3, c: -4 }, output: -24, source: 'exports' },
    { inputs: { a: -1, b: null }, output: 0, source: 'assumed' },
  ],
  run: ({ a, b }, _context, more) => ({
    output: finite(
      [a, b, ...Object.values(more)].reduce<number>((product, each) => product * Number(each ?? 0), 1),
    ),
  }),
});
