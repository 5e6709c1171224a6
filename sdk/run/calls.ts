/** Calls from card to flow: helper flows, and the flows behind the cards of a deployed connector. */

import type { CardView, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';
import { setOwn } from '../cards/path';
import { actionStart, type Ended, type OrgFlow, type Place, type Run, type Start } from './execution';
import { type CardPlan, resolveInput } from './plan';
import { sampleOutputs } from './sample';
import { wishesOf } from './wishes';

/** Runs a flow for a card and gives how it ended. */
export async function call(flow: OrgFlow, start: Start, run: Run, card: CardView): Promise<Ended> {
  const { execution, depth } = run;
  const origin = { execution, caller: { run, card }, depth: depth + 1 };
  const ended = await execution.engine.flow(flow, start, origin);
  if (execution.halted !== null) throw execution.halted;
  return ended;
}

/** Runs the helper flow that a card names, and gives what it returns; its error becomes the card's. */
export async function callHelper(id: string, start: Start, run: Run, card: CardView): Promise<JsonObject> {
  const { auto } = run.execution.machine.stubs;
  const flow = flowFor(id, card, run);
  // A flow that the pack only names is as far away as a connector that is not here.
  if (flow.view.body === null && auto !== null) return sampleOutputs(card, auto, wishesOf(run.flow));
  const { values, thrown } = await call(flow, start, run, card);
  if (thrown !== null) throw thrown;
  return values;
}

/** Has a flow run once the execution is done; what becomes of it is its own. */
export function callLater(id: string, start: Start, run: Run, card: CardView): void {
  const { execution } = run;
  const flow = flowFor(id, card, run);
  // It stands on its own: flows that start each other one page after the other are no row of calls.
  const origin = { execution, caller: { run, card }, depth: 1 };
  execution.started.push(() => execution.engine.flow(flow, start, origin));
}

/**
 * A card of a deployed connector: its options and inputs go to the action's flow, what that returns comes back.
 * Gives the value of an output by its key, which is unique in an action whatever its group.
 */
export async function callAction(plan: CardPlan, place: Place, action: OrgFlow): Promise<JsonObject> {
  const { view } = plan;
  const { run, frame } = place;
  const options: JsonObject = {};
  const inputs: JsonObject = {};
  const selected: Record<string, JsonObject> = {};
  for (const input of plan.inputs) {
    const into = input.view.option || input.view.group === 'parameters' ? options : inputs;
    setOwn(into, input.view.key, resolveInput(input, frame));
  }
  for (const { group, key } of view.outputs) {
    if (group !== null) selected[group] = { ...selected[group], [key]: {} };
  }
  const connection = connectionOf(view, run);
  const ended = await call(action, actionStart({ options, inputs, selected }, connection), run, view);
  if (ended.thrown !== null) throw ended.thrown;
  return ended.groups.Outputs ?? {};
}

/** The values of a card's connection. Fails with a CardError where it has none. */
export function connectionOf(card: CardView, { flow }: Run): Readonly<Record<string, string>> {
  const values = flow.space.connection(card);
  if (values !== null) return values;
  throw new CardError(
    `The card "${card.title}" has no connection: nothing is connected for the connector "${card.channel}".`,
  );
}

/** The flow that a card names. */
function flowFor(id: string, card: CardView, run: Run): OrgFlow {
  const found = run.flow.space.flow(id);
  if (found === undefined) {
    throw new CardError(
      id === ''
        ? `The card "${card.title}" names no flow; choose one.`
        : `The card "${card.title}" calls the flow "${id}", which is not in the org; import it.`,
    );
  }
  const stub = found.view.body === null && run.execution.machine.stubs.auto !== null;
  if (!found.on && !stub) {
    throw new CardError(
      `The card "${card.title}" calls the flow "${found.view.name}", which is off; activate it.`,
    );
  }
  return found;
}
