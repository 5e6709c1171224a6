/** Brings what arrives at a card to the types its fields promise, as loosely as the platform does (functions.md G2, G3). */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from './card';
import { canonicalDate } from './dates';
import { CardError } from './error';
import type { Field } from './field';
import { withinMemory } from './limits';

/** What arrives at a card: its own fields by name, and those of the author's own. */
export interface RawInputs {
  fixed: JsonObject;
  more: JsonObject;
}

/** What a card runs with: every field of its own is there. */
export interface CoercedInputs {
  inputs: JsonObject;
  more: JsonObject;
}

/**
 * Coerces all inputs of a card. A field that is missing altogether has its default, as the designer would have put it
 * in; one that is null is unset. Gives the objects it got where nothing changes. Fails with a CardError that names the field.
 */
export function coerceInputs(card: Pick<AnyCard, 'inputs' | 'more'>, raw: RawInputs): CoercedInputs {
  let inputs = raw.fixed;
  for (const name of Object.keys(card.inputs)) {
    const field = card.inputs[name];
    if (field === undefined) continue;
    const given = Object.hasOwn(raw.fixed, name) ? raw.fixed[name] : field.default;
    const value = coerce(given, field, field.label ?? field.key ?? name);
    if (value === given && Object.hasOwn(inputs, name)) continue;
    if (inputs === raw.fixed) inputs = { ...raw.fixed };
    put(inputs, name, value);
  }
  return { inputs, more: card.more === undefined ? raw.more : each(raw.more, card.more) };
}

/**
 * Brings one value to a field's type. An unset one becomes the type's empty value: '' for text and flow, false, [],
 * {}, and null for number, date, file and any.
 * @param name How an error names the field.
 */
export function coerce(value: Json | undefined, field: Field, name = field.label ?? 'value'): Json {
  if (field.many === true) {
    if (value === undefined || value === null || value === '') return {};
    if (typeof value === 'object' && !Array.isArray(value)) return each(value, { ...field, many: false });
    throw mismatch(value, name, 'fields with names');
  }
  return field.list ? list(value, field, name) : single(value, field, name);
}

function each(values: JsonObject, field: Field): JsonObject {
  let result = values;
  for (const key of Object.keys(values)) {
    const given = values[key];
    const value = coerce(given, field, key);
    if (value === given) continue;
    if (result === values) result = { ...values };
    put(result, key, value);
  }
  return result;
}

function list(value: Json | undefined, field: Field, name: string): Json {
  if (value === undefined || value === null || value === '') return [];
  const items = Array.isArray(value) ? value : field.type === 'object' ? parsedList(value) : [value];
  let result = items;
  for (let index = 0; index < items.length; index += 1) {
    const given = items[index];
    // A hole in a list stays one: an item that is nothing is not an empty text.
    if (given === null || given === undefined) continue;
    const item = single(given, field, name);
    if (item === given) continue;
    if (result === items) result = items.slice();
    result[index] = item;
  }
  return result;
}

/** A text that holds a list becomes that list; anything else the one item of a list. */
function parsedList(value: Json): Json[] {
  const read = typeof value === 'string' ? parsed(value) : value;
  return Array.isArray(read) ? read : [read ?? value];
}

function single(value: Json | undefined, field: Field, name: string): Json {
  switch (field.type) {
    case 'text':
    case 'flow':
      return text(value);
    case 'number':
      return number(value, name);
    case 'flag':
      return flag(value, name);
    case 'date':
      return value === undefined || value === null || value === '' ? null : date(value, name);
    case 'object':
      return object(value, name);
    case 'file':
    case 'any':
      return value ?? null;
  }
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? withinMemory(() => JSON.stringify(value)) : String(value);
}

function number(value: Json | undefined, name: string): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') throw mismatch(value, name, 'a number');
  // The platform's own conversion: the leading number counts, and a text without one is unset.
  const leading = Number.parseFloat(value);
  return Number.isFinite(leading) ? leading : null;
}

function flag(value: Json | undefined, name: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'object') throw mismatch(value, name, 'true or false');
  const word = value.trim().toLowerCase();
  return word !== '' && word !== 'false' && word !== '0';
}

function date(value: Json, name: string): string {
  if (typeof value === 'boolean' || typeof value === 'object') throw mismatch(value, name, 'a date');
  return canonicalDate(value, name);
}

function object(value: Json | undefined, name: string): Json {
  if (value === null || value === undefined || value === '') return {};
  if (typeof value === 'object') {
    if (Array.isArray(value)) throw mismatch(value, name, 'an object');
    return value;
  }
  const read = typeof value === 'string' ? parsed(value) : undefined;
  if (read === null) return {};
  if (typeof read !== 'object' || Array.isArray(read)) throw mismatch(value, name, 'an object');
  return read;
}

function parsed(value: string): Json | undefined {
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    return JSON.parse(value) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function mismatch(value: Json, name: string, wanted: string): CardError {
  const kind = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : 'a value';
  const shown = withinMemory(() => JSON.stringify(value));
  const start = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
  return new CardError(`"${name}" takes ${wanted}, but got ${kind}: ${start}`);
}

/** Sets a field as plain data, whatever it is called. */
function put(target: JsonObject, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
