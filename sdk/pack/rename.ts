/** Renames a card in a pack, and nothing else. */

import type { WireCard, WireFlowData, WireInlineFlow, WirePack } from '@okta/workflows-connector-sdk-types';
import { isFunction } from './walk';
import { isInlineFlow } from './write';

/**
 * Takes a pack, the ids of a flow and of a card in it (card ids are unique in a flow only, flopack-format
 * §2.2), and a title; gives a pack in which that card alone has the new title. The flow's summary follows
 * where it repeats the title of its first card (§2.1). Throws a RangeError where there is no such card.
 */
export function renameCard(pack: WirePack, flowId: string, cardId: string, title: string): WirePack {
  const flow = Object.hasOwn(pack.data.flos, flowId) ? pack.data.flos[flowId] : undefined;
  const data = flow?.data ? inBody(flow.data, cardId, title) : null;
  if (flow === undefined || data === null) {
    throw new RangeError(`The pack has no visible card "${cardId}" in a flow "${flowId}".`);
  }
  return { ...pack, data: { ...pack.data, flos: { ...pack.data.flos, [flowId]: { ...flow, data } } } };
}

/** The body with the card renamed; null where it is not in there. */
function inBody<B extends WireFlowData | WireInlineFlow>(body: B, cardId: string, title: string): B | null {
  for (const [at, card] of body.methods.entries()) {
    const renamed = card.uuid === cardId ? retitle(card, title) : inBlocks(card, cardId, title);
    if (renamed === null) continue;
    const summary = body.display?.eventConnecterName;
    const repeats = at === 0 && summary !== undefined && summary === card.node.data.name;
    return {
      ...body,
      ...(repeats ? { display: { ...body.display, eventConnecterName: renamed.node.data.name } } : {}),
      methods: body.methods.with(at, renamed),
    };
  }
  return null;
}

function retitle(card: WireCard, title: string): WireCard | null {
  // The name of this hidden card is no title but the id of the card whose value it picks from.
  if (isFunction(card, 'object', 'expand')) return null;
  const { node } = card;
  const metadata = { ...node.model.metadata, name: title };
  return {
    ...card,
    node: { ...node, data: { ...node.data, name: title }, model: { ...node.model, metadata } },
  };
}

function inBlocks(card: WireCard, cardId: string, title: string): WireCard | null {
  const { node } = card;
  const { inputs, policy } = node.model;
  for (const [id, input] of Object.entries(inputs.data)) {
    if (!isInlineFlow(input.value)) continue;
    const data = inBody(input.value.data, cardId, title);
    if (data === null) continue;
    const changed = {
      ...inputs,
      data: { ...inputs.data, [id]: { ...input, value: { ...input.value, data } } },
    };
    return { ...card, node: { ...node, model: { ...node.model, inputs: changed } } };
  }
  if (typeof policy.error.flo === 'object' && policy.error.flo !== null) {
    const flo = inBody(policy.error.flo, cardId, title);
    if (flo !== null) {
      const changed = { ...policy, error: { ...policy.error, flo } };
      return { ...card, node: { ...node, model: { ...node.model, policy: changed } } };
    }
  }
  return null;
}
