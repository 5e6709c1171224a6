/** Date & Time > Difference. */

import { card } from '../card';
import { readDate } from '../dates';
import { field } from '../field';

const units = ['days', 'months', 'years', 'hours', 'minutes', 'seconds', 'milliseconds'] as const;

export const difference = card('date:diff', {
  title: 'Difference',
  category: 'Date & Time',
  summary:
    'Gives the whole time between two dates in each unit, with fractions; negative when the end comes first.',
  // In the file the keys are the wrong way round: `start` holds the end.
  inputs: {
    endDate: field.date('end date', { key: 'start', required: true }),
    startDate: field.any('start date', { key: 'end', required: true, default: '', types: ['date', 'text'] }),
  },
  outputs: {
    days: field.number(),
    months: field.number(),
    years: field.number(),
    hours: field.number(),
    minutes: field.number(),
    seconds: field.number(),
    milliseconds: field.number(),
  },
  examples: [
    {
      inputs: { endDate: '2020-01-02T00:00:00.000Z', startDate: '2020-01-01T00:00:00.000Z' },
      outputs: { days: 1, hours: 24, minutes: 1440, seconds: 86400, milliseconds: 86400000 },
      source: 'function-reference/datetime/datetime_diff',
    },
    {
      inputs: { endDate: '2020-01-01T00:00:00.000Z', startDate: '2020-01-01T12:00:00.000Z' },
      outputs: { days: -0.5, hours: -12 },
      source: 'function-reference/datetime/datetime_diff',
    },
  ],
  run({ endDate, startDate }) {
    const end = readDate(endDate, 'end date');
    const start = readDate(startDate, 'start date');
    // Adding 0 makes no zero negative.
    return Object.fromEntries(units.map((unit) => [unit, end.diff(start, unit, true) + 0]));
  },
});
