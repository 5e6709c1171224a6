/** Date & Time > Subtract. */

import { card } from '../card';
import { move, units } from '../dates';
import { field } from '../field';

export const subtract = card('date:subtract', {
  title: 'Subtract',
  category: 'Date & Time',
  summary: 'Gives the date that lies a number of seconds, days, months or the like before another.',
  established: 'inferred',
  inputs: {
    start: field.date('start date', { required: true }),
    scale: field.number('subtract', { required: true }),
    unit: field.choice('units', units, { required: true, default: 'days' }),
  },
  outputs: { output: field.date() },
  examples: [
    {
      inputs: { start: '2024-03-31T10:00:00.000Z', scale: 1, unit: 'months' },
      output: '2024-02-29T10:00:00.000Z',
      source: 'exports',
    },
    {
      inputs: { start: '2024-03-08T00:00:00.000Z', scale: 7, unit: 'days' },
      output: '2024-03-01T00:00:00.000Z',
      source: 'exports',
    },
    { inputs: { start: '2024-01-01', scale: 1e300, unit: 'years' }, error: 'no date', source: 'assumed' },
  ],
  run: ({ start, scale, unit }) => ({ output: move(start, -(scale ?? 0), unit) }),
});
