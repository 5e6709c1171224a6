/** Number > Round. */

import { card } from '../card';
import { field } from '../field';
import { finite } from '../limits';

export const round = card('math:round', {
  title: 'Round',
  category: 'Number',
  summary: 'Gives the whole number nearest to a number; a half goes up.',
  established: 'inferred',
  inputs: { a: field.number('number', { required: true }) },
  outputs: { output: field.number('rounded') },
  examples: [
    { inputs: { a: 2.4 }, output: 2, source: 'exports' },
    { inputs: { a: 2.5 }, output: 3, source: 'assumed' },
    { inputs: { a: -2.5 }, output: -2, source: 'assumed' },
  ],
  run: ({ a }) => ({ output: finite(Math.round(a ?? 0)) }),
});
