/** True/False > Or (Exclusive). */

import { card } from '../card';
import { field } from '../field';

export const orExclusive = card('boolean:xor', {
  title: 'Or (Exclusive)',
  category: 'True/False',
  summary: 'Says whether just one of its two inputs is true.',
  established: 'inferred',
  inputs: { a: field.flag('input 1'), b: field.flag('input 2') },
  outputs: { output: field.flag('only one true?') },
  examples: [
    { inputs: { a: true, b: false }, output: true, source: 'exports' },
    { inputs: { a: true, b: true }, output: false, source: 'exports' },
  ],
  run: ({ a, b }) => ({ output: a !== b }),
});
