/** Where an input's value comes from: the frame of outputs so far, the parts picked, and the conversions on the way. */

import type { Json, SourceStep, SourceView } from '@okta/workflows-connector-sdk-types';
import { valueAt } from '../cards/path';

/** The values of the outputs that cards of a block have given so far; inner blocks see those of the blocks around. */
export interface Frame {
  readonly values: Map<string, Json>;
  readonly outer: Frame | null;
  /** The values that weigh something, to be let go of with the frame. */
  held: Json[] | null;
}

/** A frame for the cards of a block, inside the frame of the card that holds it. */
export function frameIn(outer: Frame | null): Frame {
  return { values: new Map(), outer, held: null };
}

/** What a frame knows an output by: cards of one flow have different ids, fields of one card too. */
export function outputKey(card: string, output: string): string {
  return `${card} ${output}`;
}

/** The value of a source; null where its card has not run, or gave nothing (functions.md G3). */
export function read(frame: Frame, key: string, steps: readonly SourceStep[]): Json {
  let found: Json | undefined;
  for (let place: Frame | null = frame; place !== null && found === undefined; place = place.outer) {
    found = place.values.get(key);
  }
  let value: Json = found ?? null;
  for (const step of steps) value = applyStep(value, step);
  return value;
}

/** The value of a source, found by its names; for values that are read once. */
export function readSource(frame: Frame, source: SourceView): Json {
  return read(frame, outputKey(source.card, source.output), source.steps);
}

/** One step of a source: a part that is picked, or a conversion of the pin (functions.md G2). */
export function applyStep(value: Json, step: SourceStep): Json {
  if ('path' in step) return pick(value, step.path);
  const converted = step.convert === null ? value : convert(value, step.convert);
  return step.wrap && !Array.isArray(converted) && converted !== null ? [converted] : converted;
}

/**
 * Converts as the pin says. What cannot be converted becomes null, as a value that is not there; what already has
 * the form that is asked for stays.
 */
export function convert(value: Json, how: string): Json {
  if (value === null) return null;
  switch (how) {
    case 'parse':
      return typeof value === 'string' ? parse(value) : value;
    case 'dateTime':
      return dateOf(value);
    case 'toString':
    case 'booleanToString':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    case 'stringify':
      return typeof value === 'string' ? value : JSON.stringify(value);
    case 'wrapArray':
      return Array.isArray(value) ? value : [value];
    case 'parseFloat':
      return numberOf(value);
    case 'isoString':
      return dateOf(value) ?? (typeof value === 'string' ? value : null);
    default:
      throw new RangeError(`Unknown conversion "${how}" on the way to an input.`);
  }
}

/** Literal keys first, one after the other; the whole as one dotted key or a path after that (functions.md G5). */
function pick(value: Json, path: readonly string[]): Json {
  return valueAt(value, [...path]) ?? valueAt(value, path.join('.')) ?? null;
}

function parse(text: string): Json {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // The pin was drawn between a text and an object; a text that is no JSON is still worth showing.
    return text;
  }
}

function numberOf(value: Json): Json {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = Number.parseFloat(String(value));
  return Number.isNaN(number) ? null : number;
}

/** Date & Time is ISO-8601 text, UTC, with milliseconds; what has no zone is UTC. */
function dateOf(value: Json): Json {
  if (typeof value === 'number') return instantOf(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text);
  return instantOf(Date.parse(local ? `${text.replace(' ', 'T')}Z` : text));
}

function instantOf(ms: number): Json {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}
