/** Walks a pack once: every flow, body and card of it, with its place in the file. */

import type {
  WireCard,
  WireFlow,
  WireInlineFlow,
  WirePack,
  WireScope,
} from '@okta/workflows-connector-sdk-types';
import { pointer } from './pointer';
import { isInlineFlow } from './write';

/** A flow of the pack, with all bodies and cards in it, outer before inner. A stub has none. */
export interface FlowPlace {
  flow: WireFlow;
  /** Its key in the file's map of flows. */
  key: string;
  pointer: string;
  bodies: BodyPlace[];
  /** Every card of the flow, those of inner blocks included, by id; of two with one id, the first. */
  cards: Map<string, CardPlace>;
}

/** One body: a flow's own, or that of an inline block. */
export interface BodyPlace {
  body: WireScope;
  pointer: string;
  flow: FlowPlace;
  /** The card that holds the block, and the block; null: the flow's own body. */
  owner: CardPlace | null;
  inline: WireInlineFlow | null;
  cards: CardPlace[];
  /** The body's cards by id; of two with one id, the first. */
  byId: Map<string, CardPlace>;
}

export interface CardPlace {
  card: WireCard;
  pointer: string;
  body: BodyPlace;
}

/** Takes a pack that has passed the schema; gives its flows in the file's order. */
export function walkPack(pack: WirePack): FlowPlace[] {
  return Object.entries(pack.data.flos).map(([key, flow]) => {
    const place: FlowPlace = {
      flow,
      key,
      pointer: pointer('/data/flos', key),
      bodies: [],
      cards: new Map(),
    };
    if (flow.data !== null) walkBody(place, flow.data, pointer(place.pointer, 'data'), null, null);
    return place;
  });
}

/** Where a finding lies. */
export interface Place {
  flow: string | null;
  card: string | null;
  pointer: string;
}

/** The place of a card, or of something in it. */
export function cardPlace(place: CardPlace, ...tokens: (string | number)[]): Place {
  return {
    flow: place.body.flow.flow.name,
    card: place.card.uuid,
    pointer: pointer(place.pointer, ...tokens),
  };
}

/** The place of a card's field, or of something in it. */
export function fieldPlace(
  place: CardPlace,
  side: 'inputs' | 'outputs',
  id: string,
  ...tokens: (string | number)[]
): Place {
  return cardPlace(place, 'node', 'model', side, 'data', id, ...tokens);
}

/** The inline blocks that a card holds, with their pointers. */
export function inlineFlows(place: CardPlace): { inline: WireInlineFlow; pointer: string }[] {
  const model = place.card.node.model;
  const found: { inline: WireInlineFlow; pointer: string }[] = [];
  for (const [id, input] of Object.entries(model.inputs.data)) {
    if (!isInlineFlow(input.value)) continue;
    found.push({
      inline: input.value.data,
      pointer: pointer(place.pointer, 'node', 'model', 'inputs', 'data', id, 'value', 'data'),
    });
  }
  const caught = model.policy.error.flo;
  if (typeof caught === 'object' && caught !== null) {
    found.push({
      inline: caught,
      pointer: pointer(place.pointer, 'node', 'model', 'policy', 'error', 'flo'),
    });
  }
  return found;
}

/** Takes a card; says whether it is this built-in function, such as `('control', 'if')`. */
export function isFunction(card: WireCard, category: string, name: string): boolean {
  return card.address === `root:kernel:${category}:0.0.1:${name}`;
}

/** Takes a map read from a file and a key read from a file; never finds what objects inherit. */
export function own<T>(map: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function walkBody(
  flow: FlowPlace,
  body: WireScope,
  at: string,
  owner: CardPlace | null,
  inline: WireInlineFlow | null,
): void {
  const place: BodyPlace = { body, pointer: at, flow, owner, inline, cards: [], byId: new Map() };
  flow.bodies.push(place);
  place.cards = body.methods.map((card, index) => ({
    card,
    pointer: pointer(at, 'methods', index),
    body: place,
  }));
  for (const card of place.cards) {
    if (!place.byId.has(card.card.uuid)) place.byId.set(card.card.uuid, card);
    if (!flow.cards.has(card.card.uuid)) flow.cards.set(card.card.uuid, card);
  }
  for (const card of place.cards) {
    for (const inner of inlineFlows(card)) walkBody(flow, inner.inline, inner.pointer, card, inner.inline);
  }
}
