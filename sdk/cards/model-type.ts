/** Types of fields and constants as the model has them. */

import type { Json, ModelType } from '@okta/workflows-connector-sdk-types';
import type { Field } from './field';

/** A field's type, with the known fields of an object by their keys in the file. */
export function typeOfField(field: Field): ModelType {
  if (field.fields === undefined) return { type: field.type, list: field.list };
  const parts = Object.entries(field.fields).map(([name, part]) => [part.key ?? name, typeOfField(part)]);
  return { type: field.type, list: field.list, fields: Object.fromEntries(parts) };
}

/** A constant's type; an empty list is one of objects. */
export function typeOfConstant(value: Json): ModelType {
  if (Array.isArray(value)) {
    const [first] = value;
    return { type: first === undefined ? 'object' : typeOfConstant(first).type, list: true };
  }
  if (typeof value === 'string') return { type: 'text', list: false };
  if (typeof value === 'number') return { type: 'number', list: false };
  if (typeof value === 'boolean') return { type: 'flag', list: false };
  return { type: 'object', list: false };
}
