/** Date & Time > Add. */

import { card } from '../card';
import { move, units } from '../dates';
import { field } from '../field';

export const add = card('date:add', {
  title: 'Add',
  category: 'Date & Time',
  summary: 'Gives the date that lies a number of seconds, days, months or the like after another.',
  established: 'inferred',
  inputs: {
    start: field.date('start date', { required: true }),
    scale: field.number('add', { required: true }),
    unit: field.choice('units', units, { required: true, default: 'seconds' }),
  },
  outputs: { output: field.date() },
  examples: [
    {
      inputs: { start: '2024-01-31T10:00:00.000Z', scale: 1, unit: 'months' },
      output: '2024-02-29T10:00:00.000Z',
      source: 'exports',
    },
    {
      inputs: { start: '2024-01-01T00:00:00.000Z', scale: 5, unit: 'seconds' },
      output: '2024-01-01T00:00:05.000Z',
      source: 'exports',
    },
    {
      inputs: { start: 'January 1, 2024', scale: 1.5, unit: 'hours' },
      output: '2024-01-01T01:30:00.000Z',
      source: 'assumed',
    },
    { inputs: { start: null, scale: 1, unit: 'days' }, error: 'holds no date', source: 'assumed' },
    {
      inputs: { start: '2024-01-01', scale: 1, unit: 'fortnights' },
      error: '"fortnights"',
      source: 'assumed',
    },
  ],
  run: ({ start, scale, unit }) => ({ output: move(start, scale, unit) }),
});
