/** Dates as the platform reads and writes them: moment's tokens, TZ database zones, UTC where none is given (functions.md G9). */

import type { Json } from '@okta/workflows-connector-sdk-types';
import moment from 'moment-timezone';
import { CardError } from './error';

/** What the language of a date field looks like; a text like this needs no reading. */
const CANONICAL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** ISO 8601 in UTC without fractions of a second, in moment's tokens. */
export const ISO = 'YYYY-MM-DDTHH:mm:ss[Z]';

const days = [
  'M/D/YYYY',
  'M/D/YY',
  'M-D-YYYY',
  'YYYY/M/D',
  'YYYY.M.D',
  'D.M.YYYY',
  'MMMM D, YYYY',
  'MMM D, YYYY',
  'MMMM D YYYY',
  'MMM D YYYY',
  'D MMMM YYYY',
  'D MMM YYYY',
  'D-MMM-YYYY',
  'dddd, MMMM D, YYYY',
  'ddd, MMM D, YYYY',
  'ddd MMM D YYYY',
];
const times = ['', ' H:mm', ' H:mm:ss', ' H:mm:ss.SSS', ' h:mm A', ' h:mm:ss A'];

/** The date texts that a date field accepts besides ISO 8601 and RFC 2822. */
const common = days.flatMap((day) =>
  times.flatMap((time) => (time === '' ? [day] : [day + time, `${day + time} Z`])),
);

/** An instant in UTC, of milliseconds since 1970. */
export function instant(milliseconds: number): moment.Moment {
  const at = moment.utc(milliseconds);
  if (!at.isValid())
    throw new CardError(
      `${milliseconds} milliseconds since 1970 is no date; dates end with the year 275760.`,
    );
  return at;
}

/** Reads any standard date text; one without a zone is in UTC. Fails with a CardError. */
export function readDate(value: Json | undefined, name: string): moment.Moment {
  if (typeof value === 'number') return instant(value);
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '')
    throw new CardError(`"${name}" holds no date; give it one, such as 2016-09-07T16:55:25.670Z.`);
  // A date text is short; anything longer is not worth a try at 200 formats.
  if (text.length <= 100) {
    for (const format of [moment.ISO_8601, moment.RFC_2822]) {
      const at = moment.utc(text, format, true);
      if (at.isValid()) return at;
    }
    const at = moment.utc(text, common, true);
    if (at.isValid()) return at;
  }
  throw new CardError(
    `"${name}" holds "${text.slice(0, 60)}", which is no date; give it one, such as 2016-09-07T16:55:25.670Z, or read it with Text to Date.`,
  );
}

/** The value of a date field: ISO 8601, UTC, with milliseconds. */
export function canonicalDate(value: Json, name: string): string {
  return typeof value === 'string' && CANONICAL.test(value) ? value : readDate(value, name).toISOString();
}

/** The zones that documents name though no database has them. */
const misnamed: Readonly<Record<string, string>> = { 'America/Pacific': 'US/Pacific' };

/** Writes a date in moment's tokens, as the clocks of a zone show it. */
export function formatDate(at: moment.Moment, format: string, zone: string): string {
  const named = zone.trim() === '' ? 'UTC' : zone.trim();
  const known = Object.hasOwn(misnamed, named) ? (misnamed[named] ?? named) : named;
  if (moment.tz.zone(known) === null) {
    throw new CardError(
      `"zone" holds "${named.slice(0, 60)}", which is no time zone; use a name of the TZ database, such as Europe/Paris.`,
    );
  }
  return at.clone().tz(known).format(format);
}

/** The units that Add and Subtract know. */
export const units = [
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
] as const;

/** A date moved by a number of units, by the calendar: a day that the month does not have becomes its last. */
export function move(start: Json, scale: number | null, unit: (typeof units)[number]): string {
  if (!units.includes(unit)) {
    throw new CardError(`"units" holds "${String(unit)}"; use one of ${units.join(', ')}.`);
  }
  const at = readDate(start, 'start date').add(scale ?? 0, unit);
  if (!at.isValid())
    throw new CardError(`${scale} ${unit} from there is no date; dates end with the year 275760.`);
  return at.toISOString();
}
