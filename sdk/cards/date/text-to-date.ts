/** Date & Time > Text to Date. */

import moment from 'moment-timezone';
import { card } from '../card';
import { readDate } from '../dates';
import { CardError } from '../error';
import { field } from '../field';

export const textToDate = card('date:parse', {
  title: 'Text to Date',
  category: 'Date & Time',
  summary: 'Reads a date from a text in a format of Moment tokens; a text without a zone is in UTC.',
  inputs: {
    start: field.text(undefined, { required: true }),
    format: field.text(),
  },
  outputs: { output: field.date() },
  examples: [
    {
      inputs: { start: '1/2/2016', format: 'D/M/Y' },
      output: '2016-02-01T00:00:00.000Z',
      source: 'function-reference/datetime/datetime_parse',
    },
    {
      inputs: { start: '1/2/16', format: 'M/D/YY' },
      output: '2016-01-02T00:00:00.000Z',
      source: 'function-reference/datetime/datetime_parse',
    },
    {
      inputs: { start: '1493053116', format: 'X' },
      output: '2017-04-24T16:58:36.000Z',
      source: 'function-reference/datetime/datetime_parse',
    },
    {
      inputs: { start: '2016-09-07 18:00 +02:00', format: 'YYYY-MM-DD HH:mm Z' },
      output: '2016-09-07T16:00:00.000Z',
      source: 'function-reference/datetime/datetime_parse',
    },
    { inputs: { start: '9/7/2016' }, output: '2016-09-07T00:00:00.000Z', source: 'assumed' },
    { inputs: { start: 'soon', format: 'D/M/Y' }, error: '"soon"', source: 'assumed' },
  ],
  run({ start, format }) {
    if (format.trim() === '') return { output: readDate(start, 'start').toISOString() };
    const at =
      start.length > LONGEST || format.length > LONGEST ? moment.invalid() : moment.utc(start.trim(), format);
    if (at.isValid()) return { output: at.toISOString() };
    throw new CardError(
      `"start" holds "${start.slice(0, 60)}", which does not read as "${format.slice(0, 60)}".`,
    );
  },
});

/** No date text is longer; reading a longer one by a format takes time that grows with its square. */
const LONGEST = 1000;
