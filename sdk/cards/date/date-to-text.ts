/** Date & Time > Date to Text. */

import { card } from '../card';
import { formatDate, readDate } from '../dates';
import { field } from '../field';

export const dateToText = card('date:format', {
  title: 'Date to Text',
  category: 'Date & Time',
  summary: 'Writes a date in a format of Moment tokens, as the clocks of a time zone show it.',
  inputs: {
    start: field.date(undefined, { required: true }),
    format: field.text(undefined, { required: true }),
    zone: field.text(undefined, { required: true, help: 'A name of the TZ database; UTC when empty.' }),
  },
  outputs: { output: field.text() },
  examples: [
    {
      inputs: { start: '2016-09-07T00:01:25.670Z', format: 'M/D/Y', zone: 'US/Pacific' },
      output: '9/6/2016',
      source: 'function-reference/datetime/datetime_format',
    },
    {
      inputs: { start: '2016-09-07T16:01:25.670Z', format: 'h:mm a z', zone: 'US/Pacific' },
      output: '9:01 am PDT',
      source: 'function-reference/datetime/datetime_format',
    },
    {
      inputs: { start: '2016-09-07T16:01:25.670Z', format: 'dddd, MMMM D, Y', zone: 'US/Pacific' },
      output: 'Wednesday, September 7, 2016',
      source: 'function-reference/datetime/datetime_format',
    },
    {
      inputs: { start: '2016-09-07T16:01:25.670Z', format: 'D-MMM-YY HH:mm:ss.S z', zone: 'US/Pacific' },
      output: '7-Sep-16 09:01:25.6 PDT',
      source: 'function-reference/datetime/datetime_format',
    },
    {
      inputs: { start: '2016-09-07T00:01:25.670Z', format: 'M/D/Y', zone: 'America/Pacific' },
      output: '9/6/2016',
      source: 'function-reference/datetime/datetime_format',
    },
    {
      inputs: { start: '2016-09-07T00:01:25.670Z', format: 'YYYY-MM-DD', zone: '' },
      output: '2016-09-07',
      source: 'exports',
    },
    {
      inputs: { start: '2016-09-07', format: 'Y', zone: 'Mars/Olympus' },
      error: 'no time zone',
      source: 'assumed',
    },
    { inputs: { start: 'yesterday', format: 'Y' }, error: 'no date', source: 'assumed' },
  ],
  run: ({ start, format, zone }) => ({ output: formatDate(readDate(start, 'start'), format, zone) }),
});
