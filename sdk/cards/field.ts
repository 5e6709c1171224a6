/** Fields: what a card, an action or a flow takes and gives, with the TypeScript type of each value. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

/** The platform's types: Text, Number, True/False, Date & Time, Object, File, Flow; `any` takes every one of them. */
export type FieldType = 'text' | 'number' | 'flag' | 'date' | 'object' | 'file' | 'flow' | 'any';

/** A choice of a fixed set: the value, or the value with the label the designer shows. */
export type Choice = string | { value: string; label: string };

export interface FieldOptions {
  /** The designer refuses to run the card without it. */
  required?: boolean;
  /** The constant the designer puts in when the author gives none; the type's empty value otherwise. */
  default?: Json;
  /** The key in the file, where it is not the field's name. */
  key?: string;
  /** The group in the file; none when absent. */
  group?: string;
  /** The only values allowed. */
  choices?: readonly Choice[];
  /** Never shown in the designer. */
  hidden?: boolean;
  /** The types the author may change the field to; `'*'`: any. It then takes the type of what is dragged in. */
  types?: readonly FieldType[] | '*';
  /** Further facts the designer stores with the field: `min`, `max`, … */
  metadata?: JsonObject;
  /** One sentence for the reference and the help page. */
  help?: string;
  /** Connector cards and actions: an option, chosen in the card's dialog, not an input. */
  option?: boolean;
  /** Connector cards: the field is there only while this option, by field name, has one of these values. */
  when?: { option: string; is: readonly string[] };
  /** Carries a secret: redacted in every trace. */
  secret?: boolean;
}

declare const valueType: unique symbol;
declare const requiredness: unique symbol;

/** A field whose values have the TypeScript type `V`; `R` says whether an author must give it. */
export interface Field<V = unknown, R extends boolean = boolean> extends Readonly<FieldOptions> {
  readonly type: FieldType;
  readonly list: boolean;
  /** What the designer shows; the key when absent. */
  readonly label?: string;
  /** An object with known fields. */
  readonly fields?: Fields;
  /** Any number of fields under the author's own keys, all in `group`. */
  readonly many?: boolean;
  readonly [valueType]?: V;
  readonly [requiredness]?: R;
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The TypeScript type of a field's value. */
export type ValueOf<F> = F extends Field<infer V, boolean> ? V : never;
/** The values of a set of fields. */
export type ValuesOf<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> };
/** The names of the fields an author must give. */
export type RequiredNames<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, infer R> ? (R extends true ? K : never) : never;
}[keyof F];

type MustGive<O> = O extends { required: true } ? (O extends { default: Json } ? false : true) : false;

function make<V, O extends FieldOptions>(
  type: FieldType,
  list: boolean,
  label: string | undefined,
  options: O | undefined,
  rest: { fields?: Fields; many?: boolean } = {},
): Field<V, MustGive<O>> {
  return { type, list, ...(label === undefined ? {} : { label }), ...options, ...rest };
}

/** Makes fields; each takes the label the designer shows, then the options. */
export const field = {
  text: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<string, O>('text', false, label, options),
  number: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<number, O>('number', false, label, options),
  /** True/False. */
  flag: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<boolean, O>('flag', false, label, options),
  /** Date & Time; its value is ISO-8601 text, UTC, with milliseconds. */
  date: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<string, O>('date', false, label, options),
  /** An object whose fields nobody knows beforehand. */
  object: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<JsonObject, O>('object', false, label, options),
  /** An object with known fields. */
  record: <const F extends Fields, const O extends FieldOptions = Record<never, never>>(
    label: string | undefined,
    fields: F,
    options?: O,
  ) => make<ValuesOf<F>, O>('object', false, label, options, { fields }),
  /** A list of objects. */
  list: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<JsonObject[], O>('object', true, label, options),
  /** A list of values of another field. */
  listOf: <V, const O extends FieldOptions = Record<never, never>>(
    of: Field<V>,
    label?: string,
    options?: O,
  ) => make<V[], O>(of.type, true, label, options, of.fields === undefined ? {} : { fields: of.fields }),
  /** A file's content id. */
  file: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<Json, O>('file', false, label, options),
  /** A flow's id. */
  flow: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<string, O>('flow', false, label, options),
  /** A value of any type, single. */
  any: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<Json, O>('any', false, label, options),
  /** A list of values of any type. */
  anyList: <const O extends FieldOptions = Record<never, never>>(label?: string, options?: O) =>
    make<Json[], O>('any', true, label, options),
  /** One of a fixed set of texts. */
  choice: <const C extends readonly Choice[], const O extends FieldOptions = Record<never, never>>(
    label: string | undefined,
    choices: C,
    options?: O,
  ) =>
    make<
      C[number] extends infer E
        ? E extends { value: infer W extends string }
          ? W
          : E extends string
            ? E
            : never
        : never,
      O
    >(
      'text',
      false,
      label,
      // The caller's own options win over nothing: choices are given once, here.
      { ...options, choices } as O & { choices: C },
    ),
  /** Any number of fields of one kind under the author's keys, in a group of the card. */
  many: <V>(group: string, of: Field<V>): Field<Record<string, V>, false> =>
    make<Record<string, V>, FieldOptions>(of.type, of.list, of.label, { group }, { many: true }) as Field<
      Record<string, V>,
      false
    >,
} as const;
