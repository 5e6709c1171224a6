/** What is wished of a value that is made up: its parts, and the conditions it stands in. */

import type { Json, WireType } from '@okta/workflows-connector-sdk-types';

/** What is wished of one value. */
export interface Wish {
  /** The type that it is used as, where its own says nothing. */
  type: WireType | null;
  fields: Map<string, Wish>;
  /** Of the items, where it is used as a list. */
  items: Wish | null;
  /** Of what it holds, where it is read as JSON text. */
  json: Wish | null;
  /** The conditions that it stands in. */
  tests: { operator: string; value: Json }[];
}

/** A wish for nothing yet. */
export function newWish(): Wish {
  return { type: null, fields: new Map(), items: null, json: null, tests: [] };
}

/** What two made-up values are when a condition asks for equal ones. */
export const SAME = 'same';

/** The part at a dotted path. */
export function at(wish: Wish, path: string): Wish {
  let part = wish;
  for (const key of path.split('.')) {
    if (/^\d+$/.test(key)) part = itemsOf(part);
    else part = child(part, key);
  }
  return part;
}

/** The items of what is a list. */
export function itemsOf(wish: Wish): Wish {
  wish.items ??= newWish();
  return wish.items;
}

/** Two wishes of one value. */
export function join(into: Wish, from: Wish, depth = 0): void {
  if (into === from || depth > DEEPEST) return;
  if (into.type === null || into.type === 'string') into.type = from.type ?? into.type;
  for (const [key, part] of from.fields) join(at(into, key), part, depth + 1);
  if (from.items !== null) join(itemsOf(into), from.items, depth + 1);
  if (from.json !== null) {
    into.json ??= newWish();
    join(into.json, from.json, depth + 1);
  }
  into.tests.push(...from.tests);
}

const DEEPEST = 8;

/** A field of a literal name. */
export function child(wish: Wish, key: string): Wish {
  const known = wish.fields.get(key) ?? newWish();
  wish.fields.set(key, known);
  return known;
}
