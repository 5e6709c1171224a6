/** When two values are the same: by content, whatever the order of an object's keys. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { withinMemory } from './limits';

/**
 * A text that two values share only when they are the same; so sets of lists cost one pass, not one per pair.
 * Fails with a CardError for a value too large or too deep to be written.
 */
export function identity(value: Json | undefined): string {
  if (value === undefined || value === null || typeof value !== 'object')
    return JSON.stringify(value ?? null);
  return withinMemory(() => write(value));
}

function write(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`);
  return `{${fields.join(',')}}`;
}
