/** Templates with `{{{key}}}` placeholders, as Compose and Formula hold them (functions.md G8). */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { withinMemory } from './limits';

/** What the designer makes keys of; a placeholder that names no input and looks otherwise is plain text. */
const KEY = /^[\w-]+$/;

/**
 * Puts the values in the place of their placeholders, without any escaping. A placeholder whose value is unset or
 * missing gives an empty text; braces that are no placeholder stay as they are.
 */
export function fill(template: string, values: JsonObject, write: (value: Json) => string): string {
  // Read piece by piece: a regular expression over 100 MB can exhaust the stack.
  return withinMemory(() => {
    const [head = '', ...pieces] = template.split('{{{');
    let text = head;
    for (const piece of pieces) {
      const end = piece.indexOf('}}}');
      const key = end < 1 ? undefined : piece.slice(0, end);
      const filled = key === undefined ? undefined : standIn(key, values, write);
      text += filled === undefined ? `{{{${piece}` : filled + piece.slice(end + 3);
    }
    return text;
  });
}

/** What stands for a placeholder; undefined where it is none. */
function standIn(key: string, values: JsonObject, write: (value: Json) => string): string | undefined {
  if (!Object.hasOwn(values, key)) return KEY.test(key) ? '' : undefined;
  const value = values[key];
  return value === null || value === undefined ? '' : write(value);
}
