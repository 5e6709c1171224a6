/** Iterators: a helper flow for every item of a list, every field of an object, or a number of times. */

import type { Json, JsonObject, PortModel } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import { repeat as repeatCard } from '../cards/control/repeat';
import { type Field, type Fields, field, type ValueOf } from '../cards/field';
import { filterCustom as filterCustomCard } from '../cards/list/filter-custom';
import { forEach as forEachCard } from '../cards/list/for-each';
import { forEachIgnoreErrors } from '../cards/list/for-each-ignore-errors';
import { map as mapCard } from '../cards/list/map';
import { reduce as reduceCard } from '../cards/list/reduce';
import { typeOfField } from '../cards/model-type';
import { map as mapObjectCard } from '../cards/object/map';
import { mapToList as mapToListCard } from '../cards/object/map-to-list';
import { AuthorError } from './author-error';
import { nameList, placeCard } from './build';
import { refuseUnknown } from './call';
import type { HelperFlow } from './flow';
import type { Said } from './hand';
import { flowValue, keyOf, type Ref, refTo, sourceOf, type Value, valueModel } from './ref';

const itemPart: unique symbol = Symbol('a part of the item');

/** The item of the round, or a part of it by its path. */
export interface ItemPart {
  readonly [itemPart]: string;
}

/** The whole item, or what stands at the path in it. Map of an object has items of a `key` and a `value`. */
export function item(path = ''): ItemPart {
  return { [itemPart]: path };
}

/** What a helper's input gets in each round: the item, a part of it, or the same value every time. */
export type Bindings<I extends Fields> = { [K in keyof I]?: ItemPart | Value<ValueOf<I[K]>> };

/** What may be said of an iterator. */
export interface Each extends Said {
  /** How many items are worked on at once, 1 to 200. */
  concurrency?: number;
}

/** A helper that returns one value. */
type OneOutput<V> = Readonly<Record<string, Field<V>>>;
/** What a helper's answer is in the list that Map makes: its one value, or all of them as an object. */
type Answer<O extends Fields> =
  IsUnion<keyof O> extends true ? { [K in keyof O]: ValueOf<O[K]> } : ValueOf<O[keyof O]>;
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

/** For Each, one item after the other; with `ignoreErrors` it goes on when one fails. */
export function forEach<I extends Fields, O extends Fields>(
  list: Ref<readonly unknown[]>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  { ignoreErrors = false, ...options }: Each & { ignoreErrors?: boolean } = {},
): void {
  iterate(ignoreErrors ? forEachIgnoreErrors : forEachCard, { list }, flow, bindings, options);
}

/** List > Map: what the helper returns for each item, in the same order. */
export function map<I extends Fields, O extends Fields>(
  list: Ref<readonly unknown[]>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  options: Each = {},
): Ref<Answer<O>[]> {
  return newList(mapCard, { list }, flow, bindings, options);
}

/** List > Filter Custom: the items for which the helper returns true. */
export function filterCustom<V, I extends Fields>(
  list: Ref<V[]>,
  flow: HelperFlow<I, OneOutput<boolean>, never>,
  bindings: Bindings<I>,
  options: Each = {},
): Ref<V[]> {
  oneOutput('Filter Custom', flow);
  const type = sourceOf(list)?.type ?? { type: 'object', list: true };
  const kept: Field = { ...field.anyList(), type: type.type };
  const placed = iterate(filterCustomCard, { list }, flow, bindings, { ...options, as: { list: kept } });
  placed.retyped.list = type;
  return refTo(placed, { group: null, key: 'list' }, kept) as Ref<V[]>; // the items are the list's own
}

/**
 * List > Reduce: calls the helper for every item with what it returned for the one before, as its input `memo`; gives
 * what it returned last, or the start value for an empty list. The helper returns one value.
 */
export function reduce<M, I extends Fields & { memo: Field<M> }, O extends Fields>(
  list: Ref<readonly unknown[]>,
  start: Value<M>,
  flow: HelperFlow<I, O, never>,
  bindings: Omit<Bindings<I>, 'memo'>,
  options: Said = {},
): Ref<M> {
  oneOutput('Reduce', flow);
  const { memo } = flow.inputs;
  // The running value is bound like an input that stays the same: the platform puts the latest in (functions.md G7).
  const all = { memo: start, ...bindings } as Bindings<I>;
  const placed = iterate(reduceCard, { list, memo: start }, flow, all, { ...options, as: { item: memo } });
  return refTo(placed, { group: null, key: 'item' }, memo) as Ref<M>; // the memo's own type
}

/** Flow Control > Repeat: the helper a number of times, with the same inputs; it reads the round from its index. */
export function repeat<I extends Fields, O extends Fields>(
  count: Value<number>,
  flow: HelperFlow<I, O, never>,
  inputs: { [K in keyof I]?: Value<ValueOf<I[K]>> },
  options: Each = {},
): void {
  iterate(repeatCard, { count }, flow, inputs, options);
}

/** Object > Map: an object with, for each field, what the helper returns. */
export function mapObject<I extends Fields, O extends Fields>(
  object: Ref<object>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  options: Each = {},
): Ref<JsonObject> {
  const placed = iterate(mapObjectCard, { object }, flow, bindings, options);
  return refTo(placed, { group: null, key: 'output' }, mapObjectCard.outputs.output);
}

/** Object > Map to List: what the helper returns for each field, as a list. */
export function mapToList<I extends Fields, O extends Fields>(
  object: Ref<object>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  options: Each = {},
): Ref<Answer<O>[]> {
  return newList(mapToListCard, { object }, flow, bindings, options);
}

function newList<I extends Fields, O extends Fields>(
  card: AnyCard,
  inputs: Record<string, unknown>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  options: Each,
): Ref<Answer<O>[]> {
  const outputs = Object.values(flow.outputs);
  const [only] = outputs;
  // Values that are lists themselves make a list of lists, which no field of the platform is.
  const of: Field<Json> =
    outputs.length === 1 && only !== undefined && !only.list ? (only as Field<Json>) : field.object();
  const made = field.listOf(of);
  const placed = iterate(card, inputs, flow, bindings, { ...options, as: { newList: made } });
  return refTo(placed, { group: null, key: 'new list' }, made) as unknown as Ref<Answer<O>[]>; // as Answer says
}

function oneOutput(card: string, flow: HelperFlow<Fields, Fields, never>): void {
  if (Object.keys(flow.outputs).length === 1) return;
  throw new AuthorError(
    `Flow "${flow.model.name}" returns ${nameList(flow.outputs)}; the helper flow of ${card} must return one value.`,
  );
}

/** Places an iterator: its own inputs, its helper, and how the helper's inputs are filled. */
function iterate<I extends Fields>(
  card: AnyCard,
  inputs: Record<string, unknown>,
  flow: HelperFlow<I, Fields, never>,
  bindings: Bindings<I>,
  { concurrency, ...options }: Each & { as?: Fields },
) {
  refuseUnknown(flow, bindings);
  const more = Object.entries(bindings).map(([name, given]) =>
    bind(name, flow.inputs[name] ?? field.any(), given),
  );
  const given = {
    ...inputs,
    flow: flowValue(flow.model),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  return placeCard(card, given, options, { more });
}

function bind(name: string, input: Field, given: unknown): PortModel {
  const port = { group: null, key: keyOf(name, input), type: typeOfField(input) };
  return isItemPart(given)
    ? { ...port, value: null, binding: { dynamic: true, path: given[itemPart] } }
    : { ...port, value: valueModel(given), binding: { dynamic: false, path: '' } };
}

function isItemPart(given: unknown): given is ItemPart {
  return typeof given === 'object' && given !== null && itemPart in given;
}
