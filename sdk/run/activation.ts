/** What the org refuses to turn on: a flow with a card that could not run. */

import type { CardView } from '@okta/workflows-connector-sdk-types';
import { cardNamed } from '../cards/index';
import type { OrgFlow } from './execution';
import { OrgError } from './org-error';
import { scheduleOf } from './schedule';

/** What the org knows of cards. */
export interface Activation {
  /** Whether answers are made up for whatever is not here. */
  madeUp: boolean;
  connected(card: CardView): boolean;
  /** Whether something answers in its place. */
  stubbed(card: CardView): boolean;
  /** Whether it is an action of a deployed connector. */
  deployed(card: CardView): boolean;
  /** The deployed versions of a connector. */
  versions(key: string): readonly { version: string; actions: ReadonlyMap<string, OrgFlow> }[];
}

/** Throws OrgError where a card of the flow could not run: no connection, no flow, another version of its connector. */
export function requireReady(flow: OrgFlow, org: Activation): void {
  if (flow.view.body === null) {
    throw new OrgError(
      `The flow "${flow.view.name}" is only named in the pack, its cards are not in it.`,
      'Import the folder that holds it.',
    );
  }
  if (flow.view.kind === 'scheduled') scheduleOf(flow.view);
  for (const card of flow.view.cards()) {
    if (!org.madeUp) requireFlows(flow, card);
    if (card.kernel || org.stubbed(card)) continue;
    if (!isKnown(flow, card, org) || org.connected(card)) continue;
    throw new OrgError(
      `The card "${card.title}" of the flow "${flow.view.name}" has no connection, so the flow cannot be turned on.`,
      `Connect first: the world's "connections" need an entry "${card.channel}".`,
    );
  }
}

function requireFlows(flow: OrgFlow, card: CardView): void {
  for (const called of calledFlows(card)) {
    const callee = flow.space.flow(called);
    if (callee !== undefined && callee.view.body !== null) continue;
    throw new OrgError(
      `The card "${card.title}" of the flow "${flow.view.name}" calls "${callee?.view.name ?? called}", which is not in the org.`,
      'Import the folder that holds both flows.',
    );
  }
}

/** The flows that a card names in constants. */
function calledFlows(card: CardView): string[] {
  const named = card.inputs
    .filter((input) => input.type === 'flo' && input.source === null)
    .map(({ value }) => value);
  return [...named, card.onError.flow].flatMap((id) => (typeof id === 'string' && id !== '' ? [id] : []));
}

/**
 * Whether the org has a card's connector. Where it has none the run ends when the card is reached, and says what would
 * answer it. Throws OrgError where it has another version of it.
 */
function isKnown(flow: OrgFlow, card: CardView, org: Activation): boolean {
  if (org.deployed(card) || cardNamed(`${card.channel}:${card.method}`) !== undefined) return true;
  const versions = org.versions(card.channel);
  if (versions.length === 0) return false;
  const deployed = versions.map((one) => one.version).join(', ');
  throw new OrgError(
    `The card "${card.title}" of the flow "${flow.view.name}" is ${card.method} of "${card.channel}" ${card.version}, which is not deployed.`,
    `Deployed is version ${deployed}, with ${versions.flatMap((one) => [...one.actions.keys()]).join(', ')}. Compile the flows against it, or deploy the other one.`,
  );
}
