/** References: values that a flow will have when it runs, as the author hands them from card to card. */

import type {
  CardModel,
  FlowModel,
  Json,
  JsonObject,
  ModelTypeName,
  SourceModel,
  TableModel,
  ValueModel,
  WhereModel,
} from '@okta/workflows-connector-sdk-types';
import type { Field, Fields, ValueOf } from '../cards/field';
import { typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';

const target: unique symbol = Symbol('where a value comes from');
declare const valueType: unique symbol;

/** A value of type `V` that some card will give. Known fields of an object can be taken from it by name. */
export type Ref<V = unknown> = Reference<V> & SubRefs<V>;

interface Reference<V> {
  readonly [target]: Exclude<ValueModel, { kind: 'constant' }>;
  readonly [valueType]?: V;
}

// An object whose fields nobody knows (an index signature) has no parts to offer; nor has a text, a list, …
type SubRefs<V> = V extends string | number | boolean | null | readonly unknown[]
  ? unknown
  : V extends object
    ? string extends keyof V
      ? unknown
      : { readonly [K in keyof V]: Ref<V[K]> }
    : unknown;

/** What an author may give where a `V` is due: a constant, or another card's value. */
export type Value<V> =
  | V
  | Reference<V>
  // A choice may come from any text; what the text holds is known when the flow runs.
  | (V extends string ? Reference<string> : never)
  | (Json extends V ? Reference<unknown> : never);

/** The TypeScript type of what an author gave: a reference's own, a constant's widened. */
export type TypeGiven<T> =
  T extends Reference<infer V>
    ? V
    : T extends string
      ? string
      : T extends number
        ? number
        : T extends boolean
          ? boolean
          : T;

/** The references to a set of fields. */
export type RefsOf<F extends Fields> = { readonly [K in keyof F]: Ref<ValueOf<F[K]>> };

/**
 * Makes the reference to a card's output, with the parts that its field knows.
 * @param place Where the output stands on the card.
 */
export function refTo<F extends Field>(
  card: CardModel,
  place: { group: string | null; key: string },
  field: F,
): Ref<ValueOf<F>> {
  return partOf({ card, group: place.group, key: place.key, path: [], type: typeOfField(field) }, field);
}

function partOf<F extends Field>(from: SourceModel, field: F): Ref<ValueOf<F>> {
  const parts = Object.entries(field.fields ?? {}).map(([name, part]) => [
    name,
    partOf({ ...from, path: [...from.path, keyOf(name, part)], type: typeOfField(part) }, part),
  ]);
  // The parts are exactly the field's own, which is what Ref<ValueOf<F>> says.
  return { ...Object.fromEntries(parts), [target]: { kind: 'from', from } } as Ref<ValueOf<F>>;
}

/** Makes the references to several outputs of a card, by the names of their fields. */
export function refsTo<F extends Fields>(
  card: CardModel,
  fields: F,
  placeOf: (name: string, field: Field) => { group: string | null; key: string } = placeOfField,
): RefsOf<F> {
  const refs = Object.entries(fields).map(([name, field]) => [
    name,
    refTo(card, placeOf(name, field), field),
  ]);
  // One reference per field: what RefsOf<F> lists.
  return Object.fromEntries(refs) as RefsOf<F>;
}

/** Where a field stands on a card. */
export function placeOfField(name: string, field: Field): { group: string | null; key: string } {
  return { group: field.group ?? null, key: keyOf(name, field) };
}

/** A flow where a card asks for one. */
export const flowValue = (flow: FlowModel): Value<string> => ({ [target]: { kind: 'flow', flow } });
/** A table where a card asks for one. */
export const tableValue = (table: TableModel): Value<string> => ({ [target]: { kind: 'table', table } });
/** Conditions on the rows of a table. */
export const whereValue = (conditions: WhereModel[]): Value<JsonObject> => ({
  [target]: { kind: 'where', conditions },
});

/** Where a reference comes from; undefined for a constant. */
export function sourceOf(value: unknown): SourceModel | undefined {
  const model = referenceOf(value);
  return model?.kind === 'from' ? model.from : undefined;
}

/** A given value as the model has it. */
export function valueModel(value: unknown): ValueModel {
  const reference = referenceOf(value);
  if (reference !== undefined) return reference;
  refuseInner(value);
  // What is not a reference is JSON: the types of every builder say so.
  return { kind: 'constant', value: value as Json };
}

/** A constant is written into the file as it is, so no card's value can stand inside it. */
function refuseInner(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const from = sourceOf(inner);
    if (from !== undefined) {
      throw new AuthorError(
        `A constant holds the value "${from.key}" of card "${from.card.title}" under "${key}"; make the object with object.construct() or the list with list.construct().`,
      );
    }
    refuseInner(inner);
  }
}

function referenceOf(value: unknown): Reference<unknown>[typeof target] | undefined {
  if (typeof value !== 'object' || value === null || !(target in value)) return undefined;
  return (value as Reference<unknown>)[target];
}

/** The key a field has in the file. */
export function keyOf(name: string, field: Field): string {
  return field.key ?? name;
}

/**
 * Takes a value as another type; the platform converts it on the way (functions.md G2).
 * The compiler refuses what no conversion exists for.
 */
export const as = {
  /** Object, list of texts, number, True/False or Date & Time as Text; objects become JSON. */
  text: (value: Reference<unknown>): Ref<string> => taken(value, 'text'),
  /** Text holding JSON as Object. */
  object: <V = Record<string, Json>>(value: Reference<unknown>): Ref<V> => taken(value, 'object'),
  /** Text as Number. */
  number: (value: Reference<unknown>): Ref<number> => taken(value, 'number'),
  /** Text as Date & Time. */
  date: (value: Reference<unknown>): Ref<string> => taken(value, 'date'),
  /** One value as a list of one; text holding a JSON list as a list of objects. */
  list: <V = Record<string, Json>>(value: Reference<unknown>): Ref<V[]> => taken(value, 'list'),
} as const;

function taken<V>(value: Reference<unknown>, type: ModelTypeName | 'list'): Ref<V> {
  const given = value[target];
  // A flow or a table is what it is.
  if (given.kind !== 'from') return value as Ref<V>;
  // A list is one of objects where the value is a text, which then holds JSON, and of the value's own type otherwise.
  const item = given.from.type.type === 'text' ? 'object' : given.from.type.type;
  const wanted = type === 'list' ? { type: item, list: true } : { type, list: false };
  // The value is the same; only what it is taken as differs, which is what V says.
  return { [target]: { kind: 'from', from: { ...given.from, wanted } } } as unknown as Ref<V>;
}
