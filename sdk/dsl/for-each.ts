/** For Each: a helper flow for every item of a list. */

import type { CardModel, PortModel } from '@okta/workflows-connector-sdk-types';
import type { Field, Fields, ValueOf } from '../cards/field';
import { forEach as forEachCard } from '../cards/list/for-each';
import { forEachIgnoreErrors } from '../cards/list/for-each-ignore-errors';
import { reduce as reduceCard } from '../cards/list/reduce';
import { typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { placeCard } from './build';
import type { HelperFlow } from './flow';
import { keyOf, type Ref, refTo, sourceOf, type Value, valueModel } from './ref';

const itemPart: unique symbol = Symbol('a part of the item');

/** The item of the round, or a part of it by its path. */
export interface ItemPart {
  readonly [itemPart]: string;
}

/** What a helper's input gets in each round: the item, a part of it, or the same value every time. */
export type Bindings<I extends Fields> = { [K in keyof I]?: ItemPart | Value<ValueOf<I[K]>> };

/** The whole item, or what stands at the path in it. */
export function item(path = ''): ItemPart {
  return { [itemPart]: path };
}

/** For Each, one item after the other; with `ignoreErrors` it goes on when one fails. */
export function forEach<I extends Fields, O extends Fields>(
  list: Ref<readonly unknown[]>,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
  options: { ignoreErrors?: boolean; title?: string; note?: string } = {},
): void {
  const card = options.ignoreErrors === true ? forEachIgnoreErrors : forEachCard;
  const placed = placeCard(card, { list, concurrency: 1 }, options);
  bind(placed, flow, bindings);
}

/**
 * Reduce: calls the helper for every item with what it returned for the one before, as its input `memo`; gives what it
 * returned last, or the start value for an empty list. The helper returns one value.
 */
export function reduce<M, I extends Fields & { memo: Field<M> }, O extends Fields>(
  list: Ref<readonly unknown[]>,
  start: Value<M>,
  flow: HelperFlow<I, O, never>,
  bindings: Omit<Bindings<I>, 'memo'>,
  options: { title?: string; note?: string } = {},
): Ref<M> {
  const memo = flow.inputs.memo;
  const placed = placeCard(reduceCard, { list, memo: start }, { ...options, as: { item: memo } });
  // The running value is bound like an input that stays the same: the platform puts the latest in (functions.md G7).
  bind(placed, flow, { memo: start, ...bindings } as Bindings<I>);
  return refTo({ card: placed, group: null, key: 'item', path: [], type: typeOfField(memo) }, memo) as Ref<M>;
}

function bind<I extends Fields, O extends Fields>(
  card: CardModel,
  flow: HelperFlow<I, O, never>,
  bindings: Bindings<I>,
): void {
  card.inputs.flow = { kind: 'flow', flow: flow.model };
  card.more = Object.entries(bindings).map(([name, given]): PortModel => {
    const input = flow.inputs[name];
    if (input === undefined) throw new AuthorError(`Flow "${flow.model.name}" has no input "${name}".`);
    const base = { group: null, key: keyOf(name, input), type: typeOfField(input) };
    if (typeof given === 'object' && given !== null && itemPart in given && sourceOf(given) === undefined) {
      return { ...base, value: null, binding: { dynamic: true, path: String(given[itemPart]) } };
    }
    return { ...base, value: valueModel(given), binding: { dynamic: false, path: '' } };
  });
}
