/** One flow body while it is written: its cards and their order, and what has come into it so far. */

import type { CardModel, ModelType, WireScope, WireType } from '@okta/workflows-connector-sdk-types';
import { shortIdFrom } from '../pack/ids';
import type { NamedCard } from './card';
import type { Picker } from './picker';
import type { CardShape } from './shape';
import type { FlowContext } from './surroundings';
import { wireType } from './value-type';

/** A block that shares its scope with others: the body itself, or a branch of If/Else. */
export interface OpenBlock {
  outer: OpenBlock | null;
  /** The card an ordering edge to the next card starts from; null before the first. */
  last: string | null;
}

/** A body while it is written. */
export interface Scope {
  flow: FlowContext;
  /** The root of its cards' ids. */
  names: string[];
  wire: WireScope;
  cards: Map<CardModel, ScopeCard>;
  /** The first card; null until it is written. */
  trigger: ScopeCard | null;
  /** The card whose block this scope is, and the scope it stands in; null for a flow's own body. */
  outer: { scope: Scope; owner: ScopeCard } | null;
  /** Cards that pick parts, by the output they pick from. */
  pickers: Map<string, Picker>;
  /** Values let in from the outer scope, by the outer output. */
  letIn: Map<string, Resolved>;
}

/** Any card of a scope, hidden ones included. */
export interface PlacedCard extends NamedCard {
  title: string;
  block: OpenBlock;
}

/** A card that the author placed. */
export interface ScopeCard extends PlacedCard {
  model: CardModel;
  shape: CardShape;
  /** The inputs written so far, by the name the model has for them. */
  inputs: { id: string; name: string; type: ModelType }[];
  /** Outputs by the name the model has for them. */
  outputs: Map<string, Resolved>;
}

/** An output in its scope, with its type. */
export interface Resolved {
  card: PlacedCard;
  output: string;
  type: ModelType;
  /** As the file spells it: a connection's type says more than the model's. */
  wireType: WireType;
}

/** The output with this id, which the card has. */
export function resolved(card: PlacedCard, output: string, type: ModelType): Resolved {
  return {
    card,
    output,
    type,
    wireType: card.wire.node.model.outputs.data[output]?.value.type ?? wireType(type),
  };
}

/** A scope with nothing in it. */
export function newScope(flow: FlowContext, names: string[], outer: Scope['outer']): Scope {
  return {
    flow,
    names,
    wire: { methods: [], orderings: {} },
    cards: new Map(),
    trigger: null,
    outer,
    pickers: new Map(),
    letIn: new Map(),
  };
}

/** How a card's fields are known: by group and key as the model has them. */
export function fieldName(group: string | null, key: string): string {
  return JSON.stringify([group, key]);
}

/** Puts a card behind the last one of its block. */
export function follow(scope: Scope, card: PlacedCard): void {
  const { block, wire } = card;
  if (block.last !== null) order(scope, block.last, wire.uuid);
  block.last = wire.uuid;
}

/** Says that one card runs before another (flopack-format §5.1). */
export function order(scope: Scope, from: string, to: string): void {
  scope.wire.orderings[shortIdFrom(10, ...scope.names, 'order', from, to)] = [from, to];
}

/** Whether a block is still open where another one is written: it is that block, or around it. */
export function isOpenAt(block: OpenBlock, used: OpenBlock): boolean {
  return block === used || (used.outer !== null && isOpenAt(block, used.outer));
}
