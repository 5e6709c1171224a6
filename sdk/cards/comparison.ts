/** The comparison that Compare, If/Else, If/ElseIf, Continue If, Assign If, Return Error If, Filter and Find share. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { CardError } from './error';
import { field } from './field';

/** The operators of every condition, with the labels the designer shows (functions.md G4). */
export const operators = [
  { value: '==', label: 'equal to' },
  { value: '!=', label: 'not equal' },
  { value: '>=', label: 'greater than or equal' },
  { value: '<=', label: 'less than or equal' },
  { value: '>', label: 'greater than' },
  { value: '<', label: 'less than' },
  { value: '%', label: 'a multiple of' },
  { value: 'in', label: 'in' },
  { value: 'not in', label: 'not in' },
  { value: 'has', label: 'has key' },
  { value: "doesn't have", label: "doesn't have key" },
  { value: 'is empty', label: 'is empty' },
  { value: 'is not empty', label: 'is not empty' },
] as const;

export type Operator = (typeof operators)[number]['value'];

/** The types a compared value may have. */
const comparable = ['object', 'text', 'number', 'date', 'flag'] as const;

/** The three fields of a condition, as If/Else has them; cards that differ say so themselves. */
export const condition = {
  a: field.any('value a', { key: 'left-operand', default: '', types: comparable }),
  operator: field.choice('comparison', operators, { required: true, default: '==' }),
  b: field.any('value b', { key: 'right-operand', default: '', types: comparable }),
};

/** Empty is: nothing, an empty text, an empty list, an empty object. 0 and false are not (functions.md G3). */
export function isEmpty(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/**
 * Whether `a operator b` holds, with the platform's loose comparison: a number and a numeric text compare as
 * numbers, true and "true" are equal, two texts compare alphabetically (functions.md G4).
 */
export function compare(a: Json, operator: string, b: Json): boolean {
  switch (operator) {
    case '==':
      return looselyEqual(a, b);
    case '!=':
      return !looselyEqual(a, b);
    case '===':
      return typeof a === typeof b && looselyEqual(a, b);
    case '!==':
      return typeof a !== typeof b || !looselyEqual(a, b);
    case '>':
      return order(a, b) > 0;
    case '<':
      return order(a, b) < 0;
    case '>=':
      return order(a, b) >= 0;
    case '<=':
      return order(a, b) <= 0;
    case '%':
      return Number(a) % Number(b) === 0;
    case 'in':
      return within(a, b);
    case 'not in':
      return !within(a, b);
    case 'has':
      return hasKey(a, b);
    case "doesn't have":
      return !hasKey(a, b);
    case 'is empty':
      return isEmpty(a);
    case 'is not empty':
      return !isEmpty(a);
    default:
      throw new CardError(
        `Unknown comparison "${operator}"; use one of ${operators.map((each) => each.value).join(', ')}.`,
      );
  }
}

function looselyEqual(a: Json, b: Json): boolean {
  if (a === null || b === null) return isEmpty(a) && isEmpty(b);
  if (typeof a === 'object' || typeof b === 'object') return sameJson(a, b);
  if (typeof a === typeof b) return a === b;
  if (typeof a === 'boolean' || typeof b === 'boolean')
    return String(a).toLowerCase() === String(b).toLowerCase();
  return isNumeric(a) && isNumeric(b) && Number(a) === Number(b);
}

/** Negative, zero or positive; NaN (so every test fails) where the two have no order. */
function order(a: Json, b: Json): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b);
  return Number.NaN;
}

function isNumeric(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}

/** The first inside the second: a text in a text, an item in a list. */
function within(a: Json, b: Json): boolean {
  if (Array.isArray(b)) return b.some((item) => looselyEqual(a, item));
  if (a === null || b === null || typeof b === 'object') return false;
  return String(b).includes(typeof a === 'object' ? JSON.stringify(a) : String(a));
}

function hasKey(a: Json, b: Json): boolean {
  return typeof a === 'object' && a !== null && Object.hasOwn(a, String(b));
}

function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => {
      const other = Object.getOwnPropertyDescriptor(b, key)?.value as Json | undefined;
      return other !== undefined && sameJson(value, other);
    })
  );
}
