/** Number > Random Integer. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { finite } from '../limits';

export const randomInteger = card('math:random', {
  title: 'Random Integer',
  category: 'Number',
  summary: 'Draws a whole number from a first one up to, but not with, a last one.',
  established: 'inferred',
  inputs: {
    a: field.number('Greater than or equal to', { required: true }),
    b: field.number('Less than', { required: true, default: 10 }),
  },
  outputs: { output: field.number('random') },
  examples: [
    { inputs: { a: 0, b: 4 }, output: 0, given: { random: [0] }, source: 'exports' },
    { inputs: { a: 0, b: 4 }, output: 3, given: { random: [0.999] }, source: 'exports' },
    { inputs: { a: 1.5, b: 4 }, output: 2, given: { random: [0] }, source: 'assumed' },
    { inputs: { a: 4, b: 4 }, error: 'no whole number', source: 'assumed' },
  ],
  run({ a, b }, context) {
    const first = Math.ceil(a ?? 0);
    const after = Math.ceil(b ?? 0);
    if (first >= after) {
      throw new CardError(
        `There is no whole number from ${a ?? 0} up to ${b ?? 0}; make "Less than" the larger one.`,
      );
    }
    return { output: finite(first + Math.floor(context.random() * (after - first))) };
  },
});
