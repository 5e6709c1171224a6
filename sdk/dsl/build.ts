/** The typed builder that every card of the platform gets from its own description. */

import type {
  CardModel,
  ModelType,
  PolicyModel,
  PortModel,
  ValueModel,
} from '@okta/workflows-connector-sdk-types';
import type { AnyCard, Card } from '../cards/card';
import type { Field, Fields, RequiredNames, ValueOf } from '../cards/field';
import { typeOfConstant, typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { place } from './record';
import {
  keyOf,
  placeOfField,
  type Ref,
  type RefsOf,
  refsTo,
  refTo,
  sourceOf,
  type Value,
  valueModel,
} from './ref';

type Given<F> =
  ValueOf<F> extends infer V
    ? // Fields that take many values have them under the author's own keys, each from where it likes. An object whose
      // fields nobody knows looks the same to TypeScript; there `valueModel` refuses a card's value inside a constant.
        | Value<V>
        | (V extends Readonly<Record<string, infer E>>
            ? string extends keyof V
              ? Record<string, Value<E>>
              : never
            : never)
    : never;

/** The inputs of a card as its author gives them: what is required must be there, what it does not know must not. */
export type InputsOf<I extends Fields, M> = { [K in RequiredNames<I>]: Given<I[K]> } & {
  [K in Exclude<keyof I, RequiredNames<I>>]?: Given<I[K]>;
} & (M extends Field<infer V> ? { [key: string]: Value<V> | Given<I[keyof I]> | undefined } : unknown);

/** What an author may say of one card beside its inputs. */
export interface CardOptions<O extends Fields, As, Many, Own> {
  /** The title shown on the card; the card's own when absent. */
  title?: string;
  /** A note shown on the card. */
  note?: string;
  /** Other types for the card's outputs. */
  as?: As & { [K in keyof O]?: Field };
  /** The author's fields in outputs that take many. */
  many?: Many & { [K in keyof O]?: Fields };
  /** Outputs of the author's own. */
  outputs?: Own;
  /** How often and when it is tried again; the card's default when absent. */
  retry?: PolicyModel;
}

/** The references a card gives. */
export type OutputsOf<O extends Fields, As, Many, Own> = {
  readonly [K in keyof O]: K extends keyof As
    ? As[K] extends Field<infer V>
      ? Ref<V>
      : never
    : K extends keyof Many
      ? Many[K] extends Fields
        ? RefsOf<Many[K]>
        : never
      : Ref<ValueOf<O[K]>>;
} & (Own extends Fields ? RefsOf<Own> : unknown);

type None = Record<never, never>;

/** What places a card in the open block and gives the references to its outputs. */
export type Builder<I extends Fields, O extends Fields, M> = <
  const As extends { [K in keyof O]?: Field } = None,
  const Many extends { [K in keyof O]?: Fields } = None,
  const Own extends Fields = None,
>(
  inputs: InputsOf<I, M>,
  options?: CardOptions<O, As, Many, Own>,
) => OutputsOf<O, As, Many, Own>;

/** Makes the builder of a card. */
export function build<I extends Fields, O extends Fields, M extends Field | undefined>(
  card: Card<I, O, M>,
): Builder<I, O, M> {
  return (inputs, options) => {
    const placed = placeCard(card, inputs as Record<string, unknown>, options ?? {});
    const outputs = Object.entries(card.outputs).map(([name, field]) => {
      const own = options?.many?.[name] ?? (field.many === true ? {} : undefined);
      const group = field.group ?? null;
      if (own !== undefined)
        return [name, refsTo(placed, own, (key, one) => ({ group, key: keyOf(key, one) }))];
      return [name, refTo(placed, placeOfField(name, field), options?.as?.[name] ?? field)];
    });
    const author = refsTo(placed, options?.outputs ?? {}, (key, one) => ({
      group: null,
      key: keyOf(key, one),
    }));
    // One reference for each output, by name: what OutputsOf lists.
    return { ...Object.fromEntries(outputs), ...author } as never;
  };
}

/** The builders of some cards, by name. */
export type Builders<C> = {
  readonly [K in keyof C]: C[K] extends Card<infer I, infer O, infer M> ? Builder<I, O, M> : never;
};

/** Makes the builders of a list of cards. */
export function builders<C extends Readonly<Record<string, AnyCard>>>(cards: C): Builders<C> {
  const built = Object.entries(cards).map(([name, card]) => [name, build(card as Card)]);
  // One builder for each card, by name: what Builders lists.
  return Object.fromEntries(built) as Builders<C>;
}

/** Places a card with what its author gave; the shared part of every builder. */
export function placeCard(
  card: AnyCard,
  given: Readonly<Record<string, unknown>>,
  options: CardOptions<Fields, unknown, unknown, Fields>,
  rest: Partial<CardModel> = {},
): CardModel {
  const inputs: Record<string, ValueModel> = {};
  const groups: Record<string, Record<string, ValueModel>> = {};
  const more: PortModel[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const field = card.inputs[name];
    if (field?.many) groups[name] = manyValues(card, name, value);
    else if (field !== undefined) inputs[name] = valueModel(value);
    else if (card.more !== undefined) more.push(authorPort(name, value, card.more));
    else
      throw new AuthorError(`Card "${card.title}" has no field "${name}"; it has ${nameList(card.inputs)}.`);
  }
  const manyOutputs = Object.entries(options.many ?? {}).flatMap(([name, fields]) =>
    ports(fields as Fields, card.outputs[name]?.group ?? null),
  );
  return place({
    card: card.name,
    title: options.title ?? card.title,
    note: options.note ?? '',
    inputs,
    groups,
    more,
    retyped: Object.fromEntries(
      Object.entries(options.as ?? {}).map(([name, field]) => [name, labelled(field as Field)]),
    ),
    moreOutputs: [...manyOutputs, ...ports(options.outputs ?? {}, null)],
    policy: options.retry ?? card.policy ?? null,
    ...rest,
  });
}

/** Values under the author's own keys. */
function manyValues(card: AnyCard, name: string, given: unknown): Record<string, ValueModel> {
  if (typeof given !== 'object' || given === null || sourceOf(given) !== undefined) {
    throw new AuthorError(`Field "${name}" of card "${card.title}" takes values under names of their own.`);
  }
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([key, value]) => [key, valueModel(value)]));
}

/** A field of the author's own, which takes the type of what it is given, or the one the card allows. */
export function authorPort(key: string, value: unknown, allowed: Field): PortModel {
  const from = sourceOf(value);
  const type: ModelType =
    allowed.type !== 'any'
      ? typeOfField(allowed)
      : from !== undefined
        ? (from.wanted ?? from.type)
        : typeOfConstant((value ?? '') as never); // not a reference: JSON
  return { group: allowed.group ?? null, key, type, value: valueModel(value ?? null) };
}

function ports(fields: Fields, group: string | null): PortModel[] {
  return Object.entries(fields).map(([name, field]) => ({
    group,
    key: keyOf(name, field),
    ...(field.label === undefined ? {} : { label: field.label }),
    type: typeOfField(field),
    value: null,
  }));
}

function labelled(field: Field): ModelType & { label?: string } {
  return { ...typeOfField(field), ...(field.label === undefined ? {} : { label: field.label }) };
}

/** The names of some fields, as messages list them. */
export function nameList(fields: Fields): string {
  return (
    Object.keys(fields)
      .map((name) => `"${name}"`)
      .join(', ') || 'none'
  );
}
