/** Okta's filter and search expressions, as a predicate over a JSON object. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export type Predicate = (object: JsonObject) => boolean;

/** Thrown for an expression that cannot be read; the message says what was wrong. */
export class FilterSyntaxError extends Error {}

export interface FilterOptions {
  /** Texts are compared without regard to case: `search` does so, `filter` does not. */
  foldCase: boolean;
  /** The only properties that may be named; all where absent. */
  properties?: readonly string[];
}

const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'ew', 'pr'] as const;
type Operator = (typeof OPERATORS)[number];

/**
 * Reads `status eq "ACTIVE" and (profile.email sw "a" or lastUpdated gt "2026-01-01T00:00:00.000Z")`: values are JSON,
 * `and` binds closer than `or`, `pr` takes no value. Times are compared as times; of a list any member will do.
 */
export function parseFilter(text: string, options: FilterOptions): Predicate {
  const tokens = tokenize(text);
  let at = 0;
  const take = () => tokens[at++];

  function either(): Predicate {
    const parts = [both()];
    while (tokens[at] === 'or') {
      at += 1;
      parts.push(both());
    }
    return (object) => parts.some((part) => part(object));
  }
  function both(): Predicate {
    const parts = [single()];
    while (tokens[at] === 'and') {
      at += 1;
      parts.push(single());
    }
    return (object) => parts.every((part) => part(object));
  }
  function single(): Predicate {
    const name = take();
    if (name === '(') {
      const part = either();
      if (take() !== ')') throw new FilterSyntaxError('a parenthesis is not closed');
      return part;
    }
    if (name === undefined || !/^[\w.]+$/.test(name)) throw new FilterSyntaxError('a property is missing');
    if (options.properties?.includes(name) === false) {
      throw new FilterSyntaxError(`${name} cannot be filtered by`);
    }
    const operator = OPERATORS.find((one) => one === tokens[at]?.toLowerCase());
    at += 1;
    if (operator === undefined) throw new FilterSyntaxError(`${name} has no operator`);
    const path = name.split('.');
    if (operator === 'pr') return (object) => valuesAt(object, path).length > 0;
    const wanted = literal(take());
    const test = comparison(operator, wanted, options.foldCase);
    return (object) => valuesAt(object, path).some(test);
  }

  const predicate = either();
  if (at < tokens.length) throw new FilterSyntaxError(`it goes on after its end with "${tokens[at]}"`);
  return predicate;
}

const PIECE = /\s*([()]|"(?:[^"\\]|\\.)*"|[^\s()"]+)/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  PIECE.lastIndex = 0;
  while (text.slice(PIECE.lastIndex).trim() !== '') {
    const piece = PIECE.exec(text)?.[1];
    if (piece === undefined) throw new FilterSyntaxError('a text is not closed');
    tokens.push(piece);
  }
  return tokens;
}

function literal(token: string | undefined): Json {
  try {
    // JSON.parse gives JSON values, which its type cannot say.
    return JSON.parse(token ?? '') as Json;
  } catch {
    throw new FilterSyntaxError(`"${token ?? ''}" is no value; texts stand in double quotes`);
  }
}

function comparison(operator: Operator, wanted: Json, foldCase: boolean): (found: Json) => boolean {
  const fold = (value: Json) => (foldCase ? String(value).toLowerCase() : String(value));
  const target = fold(wanted);
  switch (operator) {
    case 'eq':
      return (found) => fold(found) === target;
    case 'ne':
      return (found) => fold(found) !== target;
    case 'sw':
      return (found) => fold(found).startsWith(target);
    case 'ew':
      return (found) => fold(found).endsWith(target);
    case 'co':
      return (found) => fold(found).includes(target);
    case 'gt':
      return (found) => order(fold(found), target) > 0;
    case 'ge':
      return (found) => order(fold(found), target) >= 0;
    case 'lt':
      return (found) => order(fold(found), target) < 0;
    default:
      return (found) => order(fold(found), target) <= 0;
  }
}

/** Times and numbers by value, other texts letter by letter. */
function order(one: string, other: string): number {
  const [a, b] = [measure(one), measure(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one < other ? -1 : Number(one > other);
}

function measure(text: string): number {
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text.toUpperCase()) : Number(text);
}

/** Every plain value under a path; a list stands for each of its members. */
function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'object' ? [] : [value];
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name], rest);
}
