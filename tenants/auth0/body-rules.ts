/** Checks the body of a Management API call the way Auth0 does: unknown names are errors, and so are wrong types. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer } from '../routes';
import { invalidBody } from './errors';

/** What a property must be; a text has at least one character and a list one member unless `empty` allows none. */
export interface BodyRule {
  type: 'boolean' | 'object' | 'objects' | 'string' | 'strings' | 'string or integer';
  /** null is allowed too. */
  nullable?: boolean;
  required?: boolean;
  empty?: boolean;
  /** The longest text, or the most members of a list. */
  maximum?: number;
  /** What the objects of a list must be; anything when absent. */
  members?: Record<string, BodyRule>;
  /** What a text must look like, and Auth0's name for that. */
  format?: { name: string; pattern: RegExp };
}

export type CheckedBody = { fields: JsonObject } | { refused: TenantAnswer };

/** The body's properties, or the answer to the first rule that it breaks. No body at all is an empty object. */
export function checkBody(body: Json, rules: Record<string, BodyRule>, hint = ''): CheckedBody {
  const fields = body === null ? {} : body;
  if (!isObject(fields)) return refuse(`Expected type object but found type ${typeName(fields)}`);
  return checkFields(fields, rules, '', hint);
}

/** @param path Where the fields are, with a final dot: `bindings[0].`. */
function checkFields(
  fields: JsonObject,
  rules: Record<string, BodyRule>,
  path: string,
  hint: string,
): CheckedBody {
  const here = path === '' ? undefined : path.slice(0, -1);
  const unknown = Object.keys(fields).filter((name) => !Object.hasOwn(rules, name));
  if (unknown.length > 0) {
    return refuse(`Additional properties not allowed: ${unknown.join(',')}${hint}`, here);
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined && rule.required) return refuse(`Missing required property: ${name}`, here);
    const complaint = value === undefined ? undefined : complaintAbout(value, rule);
    if (complaint !== undefined) return refuse(complaint, path + name);
    for (const [index, member] of (rule.members && Array.isArray(value) ? value : []).entries()) {
      if (!isObject(member) || !rule.members) continue;
      const checked = checkFields(member, rule.members, `${path}${name}[${index}].`, '');
      if ('refused' in checked) return checked;
    }
  }
  return { fields };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(complaint: string, property?: string): CheckedBody {
  return { refused: invalidBody(complaint, property) };
}

const LISTS = new Set<BodyRule['type']>(['strings', 'objects']);

function complaintAbout(value: Json, rule: BodyRule): string | undefined {
  if (value === null && rule.nullable) return undefined;
  if (!hasType(value, rule.type)) {
    const expected = LISTS.has(rule.type) ? 'array' : rule.type.split(' ')[0];
    return `Expected type ${expected} but found type ${typeName(value)}`;
  }
  const { maximum = Number.POSITIVE_INFINITY, format } = rule;
  if (Array.isArray(value)) {
    if (value.length === 0 && !rule.empty) return 'Array is too short (0), minimum 1';
    return value.length > maximum ? `Array is too long (${value.length}), maximum ${maximum}` : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (value === '' && !rule.empty) return 'String is too short (0 chars), minimum 1';
  if (value.length > maximum) return `String is too long (${value.length} chars), maximum ${maximum}`;
  if (format === undefined || format.pattern.test(value)) return undefined;
  return `Object didn't pass validation for format ${format.name}: ${value}`;
}

function hasType(value: Json, type: BodyRule['type']): boolean {
  if (type === 'objects') return Array.isArray(value) && value.every((one) => isObject(one));
  if (type === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (type === 'string or integer') return typeof value === 'string' || Number.isInteger(value);
  return typeName(value) === type;
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
