/** Date & Time > ISO. */

import { card } from '../card';
import { ISO, readDate } from '../dates';
import { field } from '../field';

export const iso = card('date:iso', {
  title: 'ISO',
  category: 'Date & Time',
  summary: 'Writes a date as ISO 8601 text in UTC, without fractions of a second.',
  established: 'inferred',
  inputs: { start: field.date(undefined, { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { start: '2016-09-07T00:01:25.670Z' }, output: '2016-09-07T00:01:25Z', source: 'exports' },
  ],
  run: ({ start }) => ({ output: readDate(start, 'start').format(ISO) }),
});
