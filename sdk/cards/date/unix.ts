/** Date & Time > UNIX. */

import { card } from '../card';
import { readDate } from '../dates';
import { field } from '../field';

export const unix = card('date:unix', {
  title: 'UNIX',
  category: 'Date & Time',
  summary: 'Gives the milliseconds from 1970 to a date.',
  inputs: { start: field.date(undefined, { required: true }) },
  outputs: { output: field.number() },
  examples: [
    {
      inputs: { start: '2016-09-07T00:01:25.670Z' },
      output: 1473206485670,
      source: 'function-reference/datetime/datetime_fromiso',
    },
  ],
  run: ({ start }) => ({ output: readDate(start, 'start').valueOf() }),
});
