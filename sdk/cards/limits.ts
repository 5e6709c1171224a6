/** Turns "this machine cannot" into an error of the card. */

import { CardError } from './error';

/** Does the work; where its result would be too long, or a value is nested too deep to walk, the card fails. */
export function withinMemory<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CardError(
      `The result is too large: ${error.message}. A flow may hold 100 MB; work on smaller values.`,
    );
  }
}

/** Writes a text so that it can stand as one part of a URL. */
export function percentEncode(text: string): string {
  try {
    return withinMemory(() => encodeURIComponent(text));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new CardError('The text holds half of a character (a lone surrogate), which no URL can carry.');
  }
}

/** A number as an output may hold it: finite, and no negative zero. */
export function finite(value: number): number {
  if (Number.isFinite(value)) return value + 0;
  throw new CardError('The result is too large for a number, or is none; work on smaller numbers.');
}
