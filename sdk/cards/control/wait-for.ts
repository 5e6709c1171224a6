/** Flow Control > Wait For: pauses the flow for a while. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

const units = ['second', 'minute', 'hour', 'day'] as const;
const milliseconds = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** The longest pause the platform allows. */
export const LONGEST_PAUSE = 30 * milliseconds.day;

export const waitFor = card('control:wait', {
  title: 'Wait For',
  category: 'Flow Control',
  summary: 'Pauses the flow for a number of seconds, minutes, hours or days, 30 days at most.',
  header: { async: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {
    delay: field.number(undefined, { required: true }),
    unit: field.choice(undefined, units, { required: true, default: 'second' }),
  },
  outputs: {},
  examples: [
    { inputs: { delay: 90, unit: 'minute' }, outputs: {}, source: 'exports' },
    { inputs: { delay: 31, unit: 'day' }, error: 'at most 30 days', source: 'workflows-system-limits' },
  ],
  async run({ delay, unit }, context) {
    if (!(units as readonly string[]).includes(unit)) {
      throw new CardError(`The unit is "${unit}"; use one of ${units.join(', ')}.`);
    }
    const pause = (delay ?? 0) * milliseconds[unit];
    if (pause > LONGEST_PAUSE)
      throw new CardError(`The pause is ${delay} ${unit}s; a flow can wait at most 30 days.`);
    if (pause > 0) await context.clock.wait(pause);
    return {};
  },
});
