/** Finds the parts of a good pack that the examples of rules change. */

import type {
  WireCard,
  WireFlowData,
  WireInput,
  WireOutput,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import { walkPack } from '../pack/walk';
import { isInlineFlow } from '../pack/write';

/** Takes a pack and `string:concat` or the like; gives the first such card. Throws where there is none. */
export function aCard(pack: WirePack, name: string): WireCard {
  const cards = walkPack(pack).flatMap((flow) => flow.bodies.flatMap((body) => body.cards));
  const tail = new RegExp(`:${name.replace(':', ':[^:]+:')}$`);
  return found(cards.find(({ card }) => tail.test(card.address))?.card, `card ${name}`);
}

/** The body of the flow in which the first such card stands, inline or not. */
export function aBody(
  pack: WirePack,
  name: string,
): { methods: WireCard[]; orderings: WireFlowData['orderings'] } {
  const card = aCard(pack, name);
  const bodies = walkPack(pack).flatMap((flow) => flow.bodies);
  return found(bodies.find(({ body }) => body.methods.includes(card))?.body, `body with ${name}`);
}

/** The flow whose trigger is the first such card. */
export function aFlow(pack: WirePack, name: string): WireFlowData {
  const card = aCard(pack, name);
  return found(
    Object.values(pack.data.flos).find((flow) => flow.data?.methods.includes(card))?.data,
    `flow with ${name}`,
  );
}

/** The input of a card with this key. */
export function anInput(card: WireCard, key: string): WireInput {
  return found(
    Object.values(card.node.model.inputs.data).find((input) => input.key === key),
    `input ${key}`,
  );
}

/** The output of a card with this key. */
export function anOutput(card: WireCard, key: string): WireOutput {
  return found(
    Object.values(card.node.model.outputs.data).find((output) => output.key === key),
    `output ${key}`,
  );
}

/** The first inline block of a card. */
export function aBlock(card: WireCard) {
  for (const { value } of Object.values(card.node.model.inputs.data)) {
    if (isInlineFlow(value)) return value.data;
  }
  throw new Error(`The example pack has no block on ${card.address}.`);
}

/** The first entry of a map. */
export function first<T>(map: Record<string, T>): [string, T] {
  return found(Object.entries(map)[0], 'entry');
}

/** Takes what an example needs; throws where the example pack lacks it. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The example pack has no ${what}.`);
  return value;
}
