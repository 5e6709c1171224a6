/** Paths into objects: `parts.1.no`, as Get, Get Multiple, Set, Pluck, Filter, Find, Sort and Construct read them (functions.md G5). */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from './error';
import { type Field, field } from './field';

/** A path as its author gives it: text with dots, or a list of keys taken as they are. */
export type Path = string | string[];

/** The field of a path that may also be a list of keys. */
// `any` is the one type that takes a text and a list; the cast only narrows what an author may give.
export const pathField = field.any(undefined, { required: true, types: ['text'] }) as Field<Path, true>;

/**
 * The value at a path, undefined where there is none. A key that holds dots itself is found first; a number picks
 * an item of a list. Only own fields count, so `constructor` or `__proto__` find nothing but data.
 */
export function valueAt(value: Json, path: Json): Json | undefined {
  if (typeof path === 'string') {
    const whole = ownValue(value, path);
    if (whole !== undefined) return whole;
  }
  let found: Json | undefined = value;
  for (const key of keysOf(path)) {
    if (found === undefined) return undefined;
    found = ownValue(found, key);
  }
  return found;
}

/** A copy of an object with a value at a path; what stands in the way gives way. A number makes or enters a list. */
export function withValueAt(object: JsonObject, path: Json, value: Json): JsonObject {
  const copy = { ...object };
  put(copy, keysOf(path), value);
  return copy;
}

/** A copy of an object without what stands at a path. */
export function withoutValueAt(object: JsonObject, path: Json): JsonObject {
  const copy = { ...object };
  const whole = typeof path === 'string' && Object.hasOwn(copy, path) ? [path] : keysOf(path);
  let place: JsonObject | Json[] = copy;
  for (const key of whole.slice(0, -1)) {
    const inner: Json | undefined = ownValue(place, key);
    if (inner === undefined || inner === null || typeof inner !== 'object') return copy;
    const fresh: JsonObject | Json[] = Array.isArray(inner) ? [...inner] : { ...inner };
    setOwn(place, key, fresh);
    place = fresh;
  }
  const last = whole.at(-1);
  if (last === undefined) return copy;
  if (Array.isArray(place)) {
    if (isIndex(last) && Number(last) < place.length) place.splice(Number(last), 1);
  } else delete place[last];
  return copy;
}

/** Sets a field as plain data, whatever its name. */
export function setOwn(target: JsonObject | Json[], key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** The keys of a path. */
function keysOf(path: Json): string[] {
  if (Array.isArray(path)) return path.map(String);
  return String(path ?? '').split('.');
}

function put(target: JsonObject, keys: readonly string[], value: Json): void {
  let place: JsonObject | Json[] = target;
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1];
    checkIndex(place, key);
    if (next === undefined) {
      setOwn(place, key, value);
      return;
    }
    const inner = ownValue(place, key);
    const fresh = Array.isArray(inner)
      ? [...inner]
      : inner !== null && typeof inner === 'object'
        ? { ...inner }
        : isIndex(next)
          ? []
          : {};
    setOwn(place, key, fresh);
    place = fresh;
  }
}

/** A list may grow by one item; a far index would be a list of nothing, of any size. */
function checkIndex(place: JsonObject | Json[], key: string): void {
  if (!Array.isArray(place)) return;
  if (!isIndex(key)) throw new CardError(`The path names "${key}" in a list; a list takes a number.`);
  const index = Number(key);
  if (index > place.length + MOST_NEW_ITEMS) {
    throw new CardError(
      `The path names item ${key} of a list of ${place.length}; at most ${MOST_NEW_ITEMS} items can be skipped.`,
    );
  }
  while (place.length < index) place.push(null);
}

const MOST_NEW_ITEMS = 10_000;

function ownValue(value: Json, key: string): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return isIndex(key) ? value[Number(key)] : undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(key);
}
