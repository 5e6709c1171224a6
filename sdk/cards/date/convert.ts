/** Date & Time > Convert. */

import { card } from '../card';
import { formatDate, ISO, readDate } from '../dates';
import { field } from '../field';

export const convert = card('date:fromISO', {
  title: 'Convert',
  category: 'Date & Time',
  summary: 'Reads a date text of any standard form and writes it in several others.',
  inputs: {
    start: field.text(undefined, { required: true }),
    format: field.text(undefined, { default: null }),
    zone: field.text(undefined, {
      default: null,
      help: 'A name of the TZ database; UTC when empty. Only for `custom`.',
    }),
  },
  outputs: {
    date: field.date(),
    iso: field.text(),
    epoch: field.text(undefined, { help: 'Whole seconds since 1970.' }),
    unix: field.text(undefined, { help: 'Milliseconds since 1970.' }),
    human: field.text(),
    custom: field.text(),
  },
  examples: [
    {
      inputs: { start: '2016-09-07T00:01:25.670Z' },
      outputs: {
        date: '2016-09-07T00:01:25.670Z',
        iso: '2016-09-07T00:01:25Z',
        epoch: '1473206485',
        unix: '1473206485670',
        human: 'Wed, September 7th at 12:01 AM',
      },
      source: 'function-reference/datetime/datetime_fromiso',
    },
    {
      inputs: { start: '2016-09-07T00:00:00.000Z', format: 'M/D/Y', zone: 'UTC' },
      outputs: { custom: '9/7/2016' },
      source: 'function-reference/datetime/datetime_fromiso',
    },
    {
      inputs: { start: '2016-09-07T09:05:00.000Z', format: 'hh:mm a', zone: 'UTC' },
      outputs: { custom: '09:05 am' },
      source: 'function-reference/datetime/datetime_fromiso',
    },
    { inputs: { start: '' }, error: 'holds no date', source: 'assumed' },
  ],
  run({ start, format, zone }) {
    const at = readDate(start, 'start');
    return {
      date: at.toISOString(),
      iso: at.format(ISO),
      epoch: String(at.unix()),
      unix: String(at.valueOf()),
      human: at.format('ddd, MMMM Do [at] h:mm A'),
      custom: format === '' ? null : formatDate(at, format, zone),
    };
  },
});
