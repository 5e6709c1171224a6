/** Handing values on: what a block or a flow gives to the cards behind it. */

import type {
  BlockModel,
  CardModel,
  ModelType,
  PortModel,
  ValueModel,
} from '@okta/workflows-connector-sdk-types';
import { assign as assignCard } from '../cards/control/assign';
import { returnValues as returnCard } from '../cards/control/return';
import type { Field } from '../cards/field';
import { typeOfConstant, typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { placeCard } from './build';
import { type Ref, refTo, type TypeGiven, type Value } from './ref';

/** What a block hands on, by key. */
export type Given = Record<string, Value<unknown>>;
/** The references to what a block handed on; all blocks of a card hand on the same keys. */
export type Handed<G> = { readonly [K in keyof G]: Ref<TypeGiven<G[K]>> };
/** What the further blocks of a card hand on: what the first one does. */
export type Same<G> = { [K in keyof G]: Value<unknown> };

/** What may be said of any card beside its fields. */
export interface Said {
  /** The title shown on the card; the card's own when absent. */
  title?: string;
  /** A note shown on the card. */
  note?: string;
}

/** Assign: gives each of its inputs out again, so that a constant can be handed on like any value. */
export function assign<const G extends Given>(values: G, options: Said = {}): Handed<G> {
  const card = placeCard(assignCard, values, options);
  return handed(card, card.more);
}

/**
 * Return: ends the flow, or the block it stands in, with these values.
 * Ports whose field is given in `types` have that type, whatever the value's: the platform converts.
 */
export function returnValues(
  values: Given,
  { types = {}, ...options }: Said & { types?: Record<string, Field> } = {},
): CardModel {
  const card = placeCard(returnCard, values, options);
  card.more = card.more.map((port) => {
    const type = types[port.key];
    return type === undefined ? port : { ...port, type: typeOfField(type) };
  });
  return card;
}

/** What an inline block returns: the values of its Return card. */
export function returned(block: BlockModel): Record<string, ValueModel> {
  const ports = block.cards.at(-1)?.more ?? [];
  return Object.fromEntries(ports.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
}

/**
 * The outputs that a card's blocks give it. All hand on the same keys, or nothing at all.
 * @param card How an AuthorError names the card.
 */
export function outputsOfBlocks(
  card: string,
  blocks: Record<string, Record<string, ValueModel>>,
): PortModel[] {
  const keys = [...new Set(Object.values(blocks).flatMap((given) => Object.keys(given)))];
  for (const [name, given] of Object.entries(blocks)) {
    const own = Object.keys(given);
    const missing = keys.filter((key) => !own.includes(key));
    if (own.length > 0 && missing.length > 0) {
      throw new AuthorError(
        `Block "${name}" of ${card} hands on ${list(own)}, but not ${list(missing)}; every block must hand on the same keys.`,
      );
    }
  }
  return keys.map((key) => ({
    group: null,
    key,
    type: commonType(Object.values(blocks).flatMap((given) => given[key] ?? [])),
    value: null,
  }));
}

/** The type of the first value that comes from a card, or else of the first constant; the platform converts the others. */
function commonType(values: ValueModel[]): ModelType {
  for (const value of values) if (value.kind === 'from') return value.from.wanted ?? value.from.type;
  for (const value of values) if (value.kind === 'constant') return typeOfConstant(value.value);
  return { type: 'text', list: false };
}

/** The references to some outputs of a card. */
export function handed<G>(card: CardModel, ports: PortModel[] = card.moreOutputs): Handed<G> {
  const refs = ports.map(({ key, type }) => [key, refTo(card, { group: null, key }, fieldOfType(type))]);
  // The keys are those of the block's own values, which is what Handed<G> lists.
  return Object.fromEntries(refs) as Handed<G>;
}

function fieldOfType({ type, list, fields }: ModelType): Field {
  if (fields === undefined) return { type, list };
  const parts = Object.entries(fields).map(([key, part]) => [key, fieldOfType(part)]);
  return { type, list, fields: Object.fromEntries(parts) };
}

function list(names: string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
