/** Builders whose inputs have keys that mean nothing: placeholders of Compose and Formula, the items of a list. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import { type Field, field } from '../cards/field';
import { construct } from '../cards/list/construct';
import { formula as formulaCard } from '../cards/number/formula';
import { compose as composeCard } from '../cards/text/compose';
import { authorPort, placeCard } from './build';
import { type Ref, refTo, type TypeGiven, type Value } from './ref';

/**
 * Compose, as a template: text.compose`Dear ${name}`. Values are put in as they are: never compose JSON or a URL,
 * construct and encode them.
 */
export function compose(texts: TemplateStringsArray, ...values: Value<unknown>[]): Ref<string> {
  return template(composeCard, texts, values, field.text());
}

/** Formula, as a template: number.formula`(${used} - 1) * 2`. */
export function formula(
  texts: TemplateStringsArray,
  ...values: (Value<number> | Value<number[]>)[]
): Ref<number> {
  return template(formulaCard, texts, values, field.number());
}

function template<V>(
  card: AnyCard,
  texts: TemplateStringsArray,
  values: readonly unknown[],
  output: Field<V>,
): Ref<V> {
  const parts = values.map((value, index): [string, unknown] => [`part${index + 1}`, value]);
  const text = texts.map((each, index) => each + (parts[index] ? `{{{${parts[index][0]}}}}` : '')).join('');
  const placed = placeCard(card, { _text_: text, ...Object.fromEntries(parts) }, {});
  return refTo(placed, { group: null, key: 'output' }, output) as Ref<V>; // the field's own type
}

/** Construct a list of these values, in order. */
export function constructList<const V extends readonly Value<Json>[]>(
  values: V,
): Ref<TypeGiven<V[number]>[]> {
  const placed = placeCard(construct, {}, {});
  placed.more = values.map((value, index) => ({
    ...authorPort(`item${index + 1}`, value, field.any()),
    label: 'item',
  }));
  const type = { ...(placed.more[0]?.type ?? { type: 'object' as const }), list: true };
  placed.retyped.list = type;
  // The list's items have the type of what was put in.
  return refTo(placed, { group: null, key: 'list' }, { ...field.anyList(), type: type.type }) as Ref<
    TypeGiven<V[number]>[]
  >;
}
