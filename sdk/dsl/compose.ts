/** Builders whose inputs have keys that mean nothing: Compose's placeholders and the items of a list. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { field } from '../cards/field';
import { construct as constructListCard } from '../cards/list/construct';
import { compose as composeCard } from '../cards/text/compose';
import { authorPort, placeCard } from './build';
import { type Ref, refTo, type TypeGiven, type Value } from './ref';

/**
 * Compose, as a template: text.compose`Dear ${name}`. Values are put in as they are: never compose JSON or a URL,
 * construct and encode them.
 */
export function compose(texts: TemplateStringsArray, ...values: Value<unknown>[]): Ref<string> {
  const key = (index: number) => `part${index + 1}`;
  const text = texts
    .map((each, index) => (index < values.length ? `${each}{{{${key(index)}}}}` : each))
    .join('');
  const placeholders = values.map((value, index): [string, Value<unknown>] => [key(index), value]);
  const card = placeCard(composeCard, { _text_: text, ...Object.fromEntries(placeholders) }, {});
  return refTo(
    { card, group: null, key: 'output', path: [], type: { type: 'text', list: false } },
    field.text(),
  );
}

/** Construct a list of these values, in order. */
export function constructList<const V extends readonly Value<Json>[]>(
  values: V,
): Ref<TypeGiven<V[number]>[]> {
  const card = placeCard(constructListCard, {}, {});
  card.more = values.map((value, index) => ({
    ...authorPort(`item${index + 1}`, value, field.any()),
    label: 'item',
  }));
  const type = { ...(card.more[0]?.type ?? { type: 'object' as const }), list: true };
  card.retyped.list = type;
  const listField = { ...field.anyList(), type: type.type };
  // The list's items have the type of what was put in.
  return refTo({ card, group: null, key: 'list', path: [], type }, listField) as unknown as Ref<
    TypeGiven<V[number]>[]
  >;
}
