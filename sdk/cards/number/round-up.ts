/** Number > Round Up. */

import { card } from '../card';
import { field } from '../field';
import { finite } from '../limits';

export const roundUp = card('math:ceil', {
  title: 'Round Up',
  category: 'Number',
  summary: 'Gives the smallest whole number that is not below a number.',
  established: 'inferred',
  header: { executable: true, timeout: 30_000 },
  inputs: { a: field.number('number', { required: true }) },
  outputs: { output: field.number('rounded up') },
  examples: [
    { inputs: { a: 1.2 }, output: 2, source: 'exports' },
    { inputs: { a: -0.5 }, output: 0, source: 'assumed' },
  ],
  run: ({ a }) => ({ output: finite(Math.ceil(a ?? 0)) }),
});
