/** Flow Control > Wait Until: pauses the flow until an instant. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { LONGEST_PAUSE } from './wait-for';

export const waitUntil = card('control:until', {
  title: 'Wait Until',
  category: 'Flow Control',
  summary: 'Pauses the flow until a date and time; goes on at once when it has passed.',
  established: 'inferred',
  header: { async: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { date: field.date('date & time', { required: true, types: ['date', 'text'] }) },
  outputs: {},
  examples: [
    {
      inputs: { date: '2025-01-02T00:00:00.000Z' },
      outputs: {},
      given: { now: '2025-01-01T00:00:00.000Z' },
      source: 'exports',
    },
    {
      inputs: { date: '2024-01-01T00:00:00.000Z' },
      outputs: {},
      given: { now: '2025-01-01T00:00:00.000Z' },
      source: 'assumed',
    },
  ],
  async run({ date }, context) {
    const instant = Date.parse(date);
    if (Number.isNaN(instant))
      throw new CardError(`The date & time is "${date}"; give a date such as 2025-01-31T09:00:00Z.`);
    const pause = instant - context.clock.now();
    if (pause > LONGEST_PAUSE)
      throw new CardError(`The flow would wait until ${date}; it can wait at most 30 days.`);
    if (pause > 0) await context.clock.wait(pause);
    return {};
  },
});
