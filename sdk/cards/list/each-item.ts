/** What the iterators share: how a helper flow is run for the items of a list, and what it returns means. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../error';
import { field } from '../field';

/** The helper flow of an iterator. */
export const helper = field.flow('Helper Flow', { required: true, key: 'flo' });

/** How many items are worked on at once: while one waits, others go on. Results keep the order of the items. */
export const concurrency = field.number(undefined, {
  required: true,
  default: 1,
  metadata: { min: 1, max: 200 },
});

/** The value a helper returned: that of its one field, whatever its name; all of them as an object when it has more. */
export function returned(values: JsonObject): Json {
  const keys = Object.keys(values);
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? (values[only] ?? null) : values;
}

/**
 * Whether a helper that tests an item said yes. One that ended without a Return said no.
 * Fails with a CardError when it returned more than one field, or something that is not true or false.
 */
export function saidYes(values: JsonObject, index: number): boolean {
  const keys = Object.keys(values);
  if (keys.length === 0) return false;
  if (keys.length > 1) {
    throw new CardError(
      `The helper flow returned ${keys.length} fields (${keys.join(', ')}) for item ${index}; it must return one, true or false.`,
    );
  }
  const given = returned(values);
  const answer = typeof given === 'string' ? given.toLowerCase() : given;
  if (answer === true || answer === 'true' || answer === 1) return true;
  if (answer === false || answer === 'false' || answer === 0 || answer === null || answer === '')
    return false;
  throw new CardError(
    `The helper flow returned ${JSON.stringify(given).slice(0, 80)} for item ${index}; it must return true or false.`,
  );
}
