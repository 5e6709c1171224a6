/** Types and empty values as the file spells them. */

import type {
  Json,
  ModelType,
  ModelTypeName,
  WireObjectType,
  WireType,
} from '@okta/workflows-connector-sdk-types';

const wireNames: Record<ModelTypeName, string> = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
  date: 'Date',
  object: 'object',
  file: 'file',
  flow: 'flo',
  // A field that takes anything is a text until something else is put in.
  any: 'string',
};

/** The file's name of a type. */
export function wireName(type: ModelTypeName): string {
  return wireNames[type];
}

/** A type as a port has it: a name, or the known fields of an object. */
export function wireType(type: ModelType): WireType {
  if (type.fields === undefined) return wireNames[type.type];
  const fields: WireObjectType = {};
  for (const [key, part] of Object.entries(type.fields)) {
    fields[key] = { type: wireType(part), collection: part.list };
  }
  return fields;
}

/** What an unset port of the type holds (flopack-format §4.2). */
export function emptyValue(type: ModelType): Json {
  if (type.list) return [];
  switch (type.type) {
    case 'number':
      return 0;
    case 'flag':
      return false;
    case 'object':
      return {};
    case 'file':
    case 'flow':
      return null;
    default:
      return '';
  }
}

/** What the designer offers where an author's own field may have any type. */
export const anyType: Json[] = [
  'string',
  'number',
  'boolean',
  'Date',
  'Array',
  'object',
  'file',
  'flo',
  'folder',
];
