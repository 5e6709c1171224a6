/** The part of Lucene's query language that Auth0's user search (v3) knows, as a predicate over a profile. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export type Predicate = (profile: JsonObject) => boolean;

/** Thrown for a query that cannot be read; the message says what was wrong. */
export class QuerySyntaxError extends Error {}

/** The attributes that Auth0 compares without regard to case; metadata it compares exactly. */
const FOLDED = new Set(['email', 'name', 'given_name', 'family_name', 'nickname', 'username']);

interface Token {
  /** A symbol (`(`, `AND`, …) or `term`. */
  kind: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'term';
  field?: string;
  value?: string;
  quoted?: boolean;
}

/**
 * Reads `email:"a@b.c" AND (app_metadata.plan:pro* OR NOT blocked:true)`: fields with dots, quoted and bare values, `*`
 * and `?` in bare values, ranges `[a TO b]`, `_exists_:field`, AND, OR, NOT, `-`, parentheses. A bare word looks in the
 * case-insensitive attributes. Two terms side by side mean OR, Lucene's default.
 */
export function parseQuery(text: string): Predicate {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at]?.kind;

  function either(): Predicate {
    const parts = [both()];
    while (at < tokens.length && peek() !== ')') {
      if (peek() === 'OR') at += 1;
      parts.push(both());
    }
    return (profile) => parts.some((part) => part(profile));
  }
  function both(): Predicate {
    const parts = [single()];
    while (peek() === 'AND') {
      at += 1;
      parts.push(single());
    }
    return (profile) => parts.every((part) => part(profile));
  }
  function single(): Predicate {
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'NOT') {
      const part = single();
      return (profile) => !part(profile);
    }
    if (token?.kind === '(') {
      const part = either();
      if (peek() !== ')') throw new QuerySyntaxError('a parenthesis is not closed');
      at += 1;
      return part;
    }
    if (token?.kind === 'term') return term(token);
    throw new QuerySyntaxError(token ? `${token.kind} stands where a term should` : 'it ends too early');
  }

  const predicate = either();
  if (at < tokens.length) throw new QuerySyntaxError('a parenthesis was never opened');
  return predicate;
}

const PIECE =
  /\s*(?:([()])|(-|NOT(?=[\s(]|$))|(AND|OR|&&|\|\|)(?=[\s(]|$)|(?:([\w.@-]+):)?(?:"((?:[^"\\]|\\.)*)"|([[{][^\]}]*[\]}])|((?:[^\s()":\\]|\\.)+)))/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (text.slice(PIECE.lastIndex).trim() !== '') {
    const start = PIECE.lastIndex;
    const match = PIECE.exec(text);
    if (!match) throw new QuerySyntaxError(`it cannot be read from "${text.slice(start).trim()}" on`);
    const [, parenthesis, not, operator, field, quoted, range, bare] = match;
    if (parenthesis === '(' || parenthesis === ')') tokens.push({ kind: parenthesis });
    else if (not !== undefined) tokens.push({ kind: 'NOT' });
    else if (operator !== undefined)
      tokens.push({ kind: operator === 'AND' || operator === '&&' ? 'AND' : 'OR' });
    else {
      const value = quoted ?? range ?? bare ?? '';
      const token: Token = { kind: 'term', value, quoted: quoted !== undefined };
      tokens.push(field === undefined ? token : { ...token, field });
    }
  }
  return tokens;
}

function term({ field, value = '', quoted = false }: Token): Predicate {
  if (field === '_exists_') return (profile) => valuesAt(profile, value.split('.')).length > 0;
  if (field === undefined) {
    return (profile) =>
      [...FOLDED].some((name) => term({ kind: 'term', field: name, value, quoted })(profile));
  }
  const test = valueTest(value, quoted, FOLDED.has(field));
  return (profile) => valuesAt(profile, field.split('.')).some((found) => test(String(found)));
}

function valueTest(value: string, quoted: boolean, folded: boolean): (found: string) => boolean {
  const range = quoted ? null : /^([[{])\s*(\S+)\s+TO\s+(\S+?)\s*([\]}])$/.exec(value);
  if (range) {
    const [, open, low = '*', high = '*', close] = range;
    const above = (order: number) => (open === '[' ? order >= 0 : order > 0);
    const below = (order: number) => (close === ']' ? order <= 0 : order < 0);
    return (found) =>
      (low === '*' || above(compare(found, low))) && (high === '*' || below(compare(found, high)));
  }
  const flags = folded ? 'isu' : 'su';
  const pattern = [...value.matchAll(/\\(.)|([*?])|([^\\])/gsu)].map(([, escaped, wild, plain]) => {
    if (wild !== undefined && !quoted) return wild === '*' ? '.*' : '.';
    return (escaped ?? wild ?? plain ?? '').replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  });
  const expression = new RegExp(`^${pattern.join('')}$`, flags);
  return (found) => expression.test(found);
}

/** Numbers by value, everything else (ISO dates above all) by its text. */
function compare(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one < other ? -1 : Number(one > other);
}

/** Every plain value under a path; a list stands for each of its members. */
function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name], rest);
}
