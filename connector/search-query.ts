/** Search queries with values in them, so that no value can end its quotation marks and go on as a query. */

import { json, list, number, type Ref, text } from '../sdk/dsl';

/**
 * `email:"…" OR email:"…"`: whoever has one of the values. A value is quoted as JSON quotes it. So does Okta want it, and
 * so does Lucene quote a phrase: only `"` and `\` have to be escaped, both with `\`. An empty list gives no query: do
 * not ask.
 * @param how What stands before each value, and between two of them.
 */
export function anyOf(how: { before: string; or: string }, values: Ref<string[]>): Ref<string> {
  const quoted = json.stringify({ object: values });
  // Within a quoted value no quotation mark stands without a backslash before it, so this stands between two values only.
  const joined = text.replace({
    string: quoted.output,
    src: '","',
    dest: `" ${how.or} ${how.before}"`,
    global: true,
  });
  return text.concatenate({ string1: how.before, string2: inner(joined.output) }).output;
}

/** `"…"`: one value, as a query takes it. */
export function phrase(value: Ref<string>): Ref<string> {
  const one = list.construct([value]);
  return inner(json.stringify({ object: one }).output);
}

/** A list's JSON without its brackets. */
function inner(brackets: Ref<string>): Ref<string> {
  const { length } = text.length({ string: brackets });
  const end = number.subtract({ a: length, b: 1 });
  return text.textSegment({ string: brackets, start: 1, end: end.output }).output;
}
