/** How large a value is, found out once: so that a list that explodes ends its card and not the machine. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';

/**
 * The rough size of a value in bytes. Values never change once a card has given them, so parts that were measured
 * before cost nothing again. Fails with a CardError for a value that is nested too deep.
 */
export function sizeOf(value: Json, depth = 0): number {
  if (typeof value === 'string') return 2 * value.length + OVERHEAD;
  if (value === null || typeof value !== 'object') return OVERHEAD;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  if (depth > DEEPEST) throw new CardError(`The value is nested deeper than ${DEEPEST} levels.`);
  let size = OVERHEAD;
  if (Array.isArray(value)) {
    for (const item of value) size += sizeOf(item, depth + 1);
  } else {
    for (const key of Object.keys(value)) size += 2 * key.length + sizeOf(value[key] ?? null, depth + 1);
  }
  sizes.set(value, size);
  return size;
}

/** What a machine spends on any value at all. */
const OVERHEAD = 8;
/** No page names the platform’s own; what people send each other is far less deep. */
const DEEPEST = 500;

const sizes = new WeakMap<object, number>();
