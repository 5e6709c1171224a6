/** Regular expressions of authors: run aside, with a time limit, so that a catastrophic one cannot stop the flow's host. */

import { type Context, createContext, Script } from 'node:vm';
import { CardError } from './error';
import { withinMemory } from './limits';

const SECONDS = 2;

const find = new Script('text.search(new RegExp(source, flags))');
// A function as the replacement keeps `$1` and `$&` in it literal.
const change = new Script('text.replace(new RegExp(source, flags), () => replacement)');

let room: Context | undefined;

/** The position of the first match, from 0; -1 where there is none. */
export function search(text: string, source: string, flags = ''): number {
  return Number(run(find, { text, source, flags }));
}

/** The text with a replacement, taken literally, in the place of the first match, or of all with the flag `g`. */
export function substitute(text: string, source: string, flags: string, replacement: string): string {
  return String(run(change, { text, source, flags, replacement }));
}

/** Fails with a CardError where a pattern is none. */
export function checkPattern(source: string): void {
  try {
    new RegExp(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CardError(
      `"${source.slice(0, 60)}" is no regular expression (${error.message.slice(0, 120)}); put \\ before a character such as . * + ? ( ) [ ] that is meant literally.`,
    );
  }
}

function run(script: Script, values: Record<string, string> & { source: string }): unknown {
  checkPattern(values.source);
  room ??= createContext(Object.create(null));
  const shared = room;
  Object.assign(shared, values);
  try {
    return withinMemory(() => script.runInContext(shared, { timeout: SECONDS * 1000 }));
  } catch (error) {
    throw failure(error, values.source);
  } finally {
    for (const name of Object.keys(values)) delete shared[name];
  }
}

function failure(error: unknown, source: string): unknown {
  // An error of the other context is no instance of this one's classes: only its fields tell what it is.
  const { code, name, message } = Object(error) as { code?: unknown; name?: unknown; message?: unknown };
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
    return new CardError(
      `The pattern "${source.slice(0, 60)}" took longer than ${SECONDS} seconds; make it simpler, above all repetitions inside repetitions.`,
    );
  }
  if (name === 'RangeError' || name === 'SyntaxError') {
    return new CardError(
      `The pattern "${source.slice(0, 60)}" does not work on this text: ${String(message)}`,
    );
  }
  return error;
}
