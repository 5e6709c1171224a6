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
  return withinMemory(() =>
    template.replace(/\{\{\{([^{}]+)\}\}\}/g, (whole, key: string) => {
      if (!Object.hasOwn(values, key)) return KEY.test(key) ? '' : whole;
      const value = values[key];
      return value === null || value === undefined ? '' : write(value);
    }),
  );
}
