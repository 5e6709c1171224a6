/** Date & Time > Now. */

import { card } from '../card';
import { instant } from '../dates';
import { field } from '../field';

export const now = card('date:now', {
  title: 'Now',
  category: 'Date & Time',
  summary: 'Gives the current instant, whole and in parts, in UTC.',
  inputs: {},
  outputs: {
    date: field.date(),
    iso: field.text(),
    full: field.text(),
    minute: field.number(),
    hour: field.number(),
    time: field.text(),
    day: field.number(),
    month: field.text(),
    year: field.number(),
    second: field.number(),
    millisecond: field.number(),
  },
  examples: [
    {
      inputs: {},
      outputs: {
        date: '2016-09-07T16:55:25.670Z',
        iso: '2016-09-07T16:55:25+00:00',
        full: 'September 7, 2016 16:55:25.670',
        minute: 55,
        hour: 16,
        day: 7,
        year: 2016,
        second: 25,
        millisecond: 670,
      },
      given: { now: '2016-09-07T16:55:25.670Z' },
      source: 'function-reference/datetime/datetime_now',
    },
    {
      inputs: {},
      outputs: { month: '9', time: '16:55:25' },
      given: { now: '2016-09-07T16:55:25.670Z' },
      source: 'assumed',
    },
  ],
  run(_inputs, context) {
    const at = instant(context.clock.now());
    return {
      date: at.toISOString(),
      iso: at.format('YYYY-MM-DDTHH:mm:ssZ'),
      full: at.format('MMMM D, YYYY HH:mm:ss.SSS'),
      minute: at.minute(),
      hour: at.hour(),
      time: at.format('HH:mm:ss'),
      day: at.date(),
      month: String(at.month() + 1),
      year: at.year(),
      second: at.second(),
      millisecond: at.millisecond(),
    };
  },
});
