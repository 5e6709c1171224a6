/** Number > Subtract. */

import { card } from '../card';
import { field } from '../field';
import { finite } from '../limits';

export const subtract = card('math:subtract', {
  title: 'Subtract',
  category: 'Number',
  summary: 'Takes one number from another.',
  established: 'inferred',
  inputs: { a: field.number('number', { required: true }), b: field.number('subtract', { required: true }) },
  outputs: { output: field.number('difference') },
  examples: [{ inputs: { a: 3, b: 5 }, output: -2, source: 'exports' }],
  run: ({ a, b }) => ({ output: finite((a ?? 0) - (b ?? 0)) }),
});
