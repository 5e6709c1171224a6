/** Checks a Management API query the way Auth0 does: unknown and repeated names are errors, and so are wrong types. */

import type { TenantAnswer, TenantRequest } from '../routes';
import { invalidQuery } from './errors';

/** What a parameter must be; `integer` is at least `minimum`, 0 when absent, and at most `maximum`. */
export type QueryRule =
  | { type: 'string'; required?: true; pattern?: RegExp }
  | { type: 'boolean' }
  | { type: 'integer'; minimum?: number; maximum?: number };

/** The error answer for the first rule that the request breaks, or undefined. */
export function checkQuery(
  request: TenantRequest,
  rules: Record<string, QueryRule>,
): TenantAnswer | undefined {
  const unknown = Object.keys(request.query).filter((name) => !Object.hasOwn(rules, name));
  if (unknown.length > 0) return invalidQuery(`Additional properties not allowed: ${unknown.join(',')}`);
  const [repeated] = request.repeated;
  if (repeated !== undefined) return invalidQuery('Expected type string but found type array', repeated);
  for (const [name, rule] of Object.entries(rules)) {
    const complaint = checkValue(request.query[name], name, rule);
    if (complaint) return complaint;
  }
  return undefined;
}

function checkValue(value: string | undefined, name: string, rule: QueryRule): TenantAnswer | undefined {
  if (value === undefined) {
    const missing = rule.type === 'string' && rule.required;
    return missing ? invalidQuery(`Missing required property: ${name}`) : undefined;
  }
  switch (rule.type) {
    case 'boolean':
      return value === 'true' || value === 'false'
        ? undefined
        : invalidQuery('Expected type boolean but found type string', name);
    case 'integer': {
      if (!/^\d{1,9}$/.test(value)) return invalidQuery('Expected type integer but found type string', name);
      const under = rule.minimum !== undefined && Number(value) < rule.minimum;
      if (under) return invalidQuery(`Value ${value} is less than minimum ${rule.minimum}`, name);
      const over = rule.maximum !== undefined && Number(value) > rule.maximum;
      return over ? invalidQuery(`Value ${value} is greater than maximum ${rule.maximum}`, name) : undefined;
    }
    case 'string':
      if (rule.required && value === '') {
        return invalidQuery('String is too short (0 chars), minimum 1', name);
      }
      return rule.pattern && !rule.pattern.test(value)
        ? invalidQuery(`String does not match pattern ${rule.pattern.source}: ${value}`, name)
        : undefined;
  }
}
