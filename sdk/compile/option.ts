/** Fields that an option brings and takes away: the card has them only while the option has one of some values. */

import type { CardModel } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import type { Field } from '../cards/field';

/** Why a card does not have a field now; undefined where it has. An option that another card sets rules nothing out. */
export function whyAbsent(card: AnyCard | undefined, model: CardModel, field: Field): string | undefined {
  if (field.when === undefined) return undefined;
  const { option, is } = field.when;
  const given = model.inputs[option];
  if (given !== undefined && given.kind !== 'constant') return undefined;
  const value = given === undefined ? (card?.inputs[option]?.default ?? '') : given.value;
  if (is.includes(String(value))) return undefined;
  return `it is there only while the option "${option}" is ${is.map((each) => `"${each}"`).join(' or ')}, and that is "${String(value)}"`;
}
