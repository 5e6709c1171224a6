/** Makes values up: of the type that a field has, with what later cards want of them. */

import type { CardView, Json, JsonObject, OutputView, WireType } from '@okta/workflows-connector-sdk-types';
import { setOwn } from '../cards/path';
import type { Turned } from './turned';
import { SAME, type Wish } from './wish';
import type { FlowPlace, Wishes } from './wish-uses';
import { wishesOf } from './wishes';

/** How values are made up. */
export interface Shape {
  /** `full`: no text empty, lists of two; `empty`: the empty value of each type. */
  fill: 'full' | 'empty';
  /** Which of the conditions that a value stands in it meets, from 0; null: none of them, where that can be. */
  meets: number | null;
  /** Whether values of different names meet different ones. */
  mixed?: boolean;
  /** The status that services fail with; null: they answer. */
  fails: number | null;
  /** False: the tables have no rows. */
  rows?: boolean;
  /** Which conditions are turned round: a run then goes where its values would not lead. */
  turned?: Turned;
  /** Whether services fail only where an If Error stands by. */
  onlyCaught?: boolean;
}

/** The status that a made-up answer fails with; null where it does not. */
export function failureIn({ fails, onlyCaught }: Shape, around: readonly string[]): number | null {
  return onlyCaught && !around.includes('try') ? null : fails;
}

/** What `--auto-stub` makes. */
export const fullShape: Shape = { fill: 'full', meets: null, fails: null };

/** Outputs of a card by group and key, by their types alone. */
export function plainSample(card: CardView): JsonObject {
  return sampleOutputs(card, fullShape, null);
}

/** Outputs of a card by group and key. */
export function sampleOutputs(card: CardView, shape: Shape, wishes: Wishes | null): JsonObject {
  const values: JsonObject = {};
  for (const output of card.outputs) {
    const value = sampleOutput(card, output, shape, wishes);
    if (output.group === null) setOwn(values, output.key, value);
    else {
      const known = values[output.group];
      const group = typeof known === 'object' && known !== null && !Array.isArray(known) ? known : {};
      setOwn(group, output.key, value);
      setOwn(values, output.group, group);
    }
  }
  return values;
}

/** The body of an answer to a card's request: as its output for the body is used; an object where nothing says more. */
export function sampleReply(card: CardView, shape: Shape, wishes: Wishes): Json {
  const output = card.outputs.find(({ key }) => key.toLowerCase() === 'body');
  if (output === undefined) return sample('object', false, 'id', shape, null);
  const wish = wishes.output(card.id, output.id);
  // A text is the JSON of what is later read of it.
  if (output.type === 'string' && !output.list) return sampleJson(wish.json, shape);
  const type = typeof output.type === 'object' ? output.type : 'object';
  return sample(type, output.list, 'id', shape, wish);
}

/** Records for the helper flow that a card streams to. */
export function sampleRecords(card: CardView, shape: Shape, flow: FlowPlace): Json[] {
  if (shape.fill === 'empty') return [];
  const id = card.inputs.find(({ type }) => type === 'flo')?.value;
  const callee = typeof id === 'string' ? flow.space.flow(id) : undefined;
  const trigger = callee?.view.body?.cards[0];
  const record = trigger?.outputs.find(({ key, group }) => group === null && key === 'Record');
  if (callee === undefined || trigger === undefined || record === undefined)
    return [{ ID: '1' }, { ID: '2' }];
  const wish = wishesOf(callee).output(trigger.id, record.id);
  return [1, 2].map((nth) => sample(record.type, false, 'Record', shape, wish, nth));
}

/** What a flow may be started with, by group; `null` is the group of fields without one. */
export function sampleStart(
  flow: FlowPlace,
  shape: Shape,
): { inputs: JsonObject; groups: Record<string, JsonObject> } {
  const inputs: JsonObject = {};
  const groups: Record<string, JsonObject> = {};
  const trigger = flow.view.body?.cards[0];
  if (trigger === undefined) return { inputs, groups };
  const wishes = wishesOf(flow);
  for (const output of trigger.outputs) {
    if (output.group === 'context') continue;
    const value = sampleOutput(trigger, output, shape, wishes);
    if (output.group === null) setOwn(inputs, output.key, value);
    else {
      const group = groups[output.group] ?? {};
      setOwn(group, output.key, value);
      groups[output.group] = group;
    }
  }
  return { inputs, groups };
}

/** One output of a card. */
export function sampleOutput(card: CardView, output: OutputView, shape: Shape, wishes: Wishes | null): Json {
  return sample(output.type, output.list, output.label, shape, wishes?.output(card.id, output.id) ?? null);
}

/** One value. Of several of a kind the `nth` differs from the others, and meets another condition. */
function sample(type: WireType, list: boolean, name: string, shape: Shape, wish: Wish | null, nth = 1): Json {
  if (shape.fill === 'empty') return emptyOf(type, list);
  const tested = wish === null ? undefined : meeting(wish, shape, nth, name, type);
  if (list && tested === '') return [];
  if (list) {
    return [1, 2].map((one) => sample(type, false, name, shape, wish?.items ?? null, one));
  }
  if (tested !== undefined) return tested;
  if (typeof type === 'object') {
    const fields: JsonObject = {};
    for (const [key, field] of Object.entries(type)) {
      setOwn(
        fields,
        key,
        sample(field.type, field.collection, key, shape, wish?.fields.get(key) ?? null, nth),
      );
    }
    return withFields(fields, wish, shape, nth);
  }
  if (wish?.json && type === 'string') return JSON.stringify(sampleJson(wish.json, shape, nth));
  if (type === 'object' || type === '*' || type === 'any') {
    if (wish?.items) return sample('object', true, name, shape, wish, nth);
    return withFields({}, wish, shape, nth);
  }
  if (wish?.items && type !== 'string') return sample(type, true, name, shape, wish, nth);
  return plainOf(type, name, nth, wish);
}

/** What a JSON text or a whole answer holds. */
function sampleJson(wish: Wish | null, shape: Shape, nth = 1): Json {
  if (wish === null) return sample('object', false, 'id', shape, null, nth);
  const list = wish.items !== null && wish.fields.size === 0;
  return sample(list ? (wish.items?.type ?? 'object') : 'object', list, 'id', shape, wish, nth);
}

function withFields(fields: JsonObject, wish: Wish | null, shape: Shape, nth: number): JsonObject {
  for (const [key, part] of wish?.fields ?? []) {
    if (Object.hasOwn(fields, key)) continue;
    // What has fields is an object, even where somebody else takes the whole of it as a text.
    const known = part.type !== null && typeof part.type === 'object';
    const type = known || part.fields.size === 0 ? part.type : 'object';
    setOwn(fields, key, sample(type ?? 'string', part.items !== null, key, shape, part, nth));
  }
  return Object.keys(fields).length > 0 ? fields : { id: String(nth) };
}

function plainOf(type: WireType, name: string, nth: number, wish: Wish | null): Json {
  switch (typeof type === 'string' ? type : 'object') {
    case 'number':
      return nth;
    case 'boolean':
      return true;
    case 'Date':
      return `2026-01-0${nth}T00:00:00.000Z`;
    case 'object':
      return { id: String(nth) };
    case 'file':
      return `file-${nth}`;
    default:
      if (wish?.type === 'number') return String(nth);
      if (wish?.type === 'Date') return `2026-01-0${nth}T00:00:00.000Z`;
      return `${name} ${nth}`;
  }
}

function emptyOf(type: WireType, list: boolean): Json {
  if (list) return [];
  if (typeof type === 'object' || type === 'object') return {};
  return type === 'string' ? '' : type === 'number' ? 0 : type === 'boolean' ? false : null;
}

/** A value that meets the condition that the shape asks for, or none; undefined where any value will do. */
function meeting(
  wish: Wish,
  { meets, mixed }: Shape,
  nth: number,
  name: string,
  type: WireType,
): Json | undefined {
  const { tests } = wish;
  const offset = mixed ? [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 97 : 0;
  const place = (meets ?? 0) * (mixed ? offset + 1 : 1) + offset + nth - 1;
  const wanted = meets === null ? undefined : tests[place % Math.max(tests.length, 1)];
  if (wanted !== undefined) {
    const wished = type === 'string' ? (wish.type ?? type) : type;
    return fitting(met(wanted.operator, wanted.value, wished), wished);
  }
  // Only "is not empty" and "not equal" hold for a value that is just there.
  const [test] = meets === null ? tests : [];
  if (test?.operator === '!=' && test.value !== null) return test.value;
  return undefined;
}

/** A value that its type allows; undefined for one that it does not. */
function fitting(value: Json | undefined, type: WireType): Json | undefined {
  if (type === 'Date')
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
  if (type === 'number') return value === '' || !Number.isNaN(Number(value)) ? value : undefined;
  if (type === 'object') return typeof value === 'object' || value === '' ? value : undefined;
  return value;
}

function met(operator: string, value: Json, type: WireType): Json | undefined {
  // Against another made-up value, far enough on the right side.
  if (value === SAME && (operator === '<' || operator === '<='))
    return type === 'Date' ? '2001-01-01T00:00:00.000Z' : 0;
  if (value === SAME && (operator === '>' || operator === '>='))
    return type === 'Date' ? '2099-01-01T00:00:00.000Z' : 1_000;
  const number = Number(value);
  switch (operator) {
    case '==':
    case '===':
    case '>=':
    case '<=':
    case 'in':
    case 'contains':
      return value ?? undefined;
    case '>':
      return Number.isFinite(number) ? number + 1 : undefined;
    case '<':
      return Number.isFinite(number) ? number - 1 : undefined;
    case '%':
      return value ?? undefined;
    case 'has':
      return typeof value === 'string' ? { [value]: `${value} 1` } : undefined;
    case 'is empty':
      return '';
    default:
      return undefined;
  }
}
