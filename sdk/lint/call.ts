/** Finds the flow that a card calls. */

import type { CardView, FlowView } from '@okta/workflows-connector-sdk-types';
import type { LintContext } from './rule';

/**
 * Takes a card and what there is to look at; gives the flow that it calls once or for each item; undefined
 * for connectors, whose streams name their fields otherwise (flopack-format §6.1–§6.3).
 */
export function calledFlow(card: CardView, { view }: LintContext): FlowView | undefined {
  if (!card.kernel || !CALLERS.has(`${card.channel}:${card.method}`)) return undefined;
  const id = card.inputs.find((input) => input.group === null && input.key === 'flo')?.value;
  return typeof id === 'string' ? view?.flow(id) : undefined;
}

const CALLERS = new Set([
  'control:spawn',
  'control:run',
  'control:times',
  'list:each',
  'list:asyncEach',
  'list:map',
  'list:filter',
  'list:reduce',
  'object:map',
  'object:process',
]);
