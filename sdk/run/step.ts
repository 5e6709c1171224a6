/** One step of a flow: a card is run, tried again as its policy says, and told of. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { coerceInputs } from '../cards/coerce';
import { CardError } from '../cards/error';
import { setOwn } from '../cards/path';
import { abilities } from './abilities';
import { call, callAction } from './calls';
import { Leave } from './ending';
import { describe, halt, named, type Place, pause, tell } from './execution';
import { hold } from './memory';
import { type CardPlan, type OutputPlan, resolveInput, resolveInputs } from './plan';
import { stubbed, stubFor } from './stub-card';
import { turnRound } from './turned';
import { outputKey } from './values';

/** Runs one card. Gives a promise only where there is something to wait for: most cards are done at once. */
export function runCard(plan: CardPlan, place: Place): Promise<void> | undefined {
  const { run } = place;
  const { execution } = run;
  if (execution.halted !== null) throw execution.halted;
  const { limits, clock, reached } = execution.machine;
  if (++execution.steps > limits.steps) {
    throw halt(
      run,
      plan.view,
      'limit',
      `The execution has run ${limits.steps} cards, which is all that one may.`,
    );
  }
  reached?.(plan.view);
  const since = clock.now();
  try {
    const given = perform(plan, place);
    if (given instanceof Promise) {
      return given
        .then((outputs) => finish(plan, place, outputs, since))
        .catch((error) => recover(plan, place, error, since));
    }
    finish(plan, place, given, since);
    return undefined;
  } catch (error) {
    // A card that leaves is done; there is nothing to wait for.
    if (error instanceof Leave) throw noteLeave(plan, place, error, since);
    return recover(plan, place, error, since);
  }
}

/** What a card gave: by the names of its fields, or for cards that are not the toolkit's by output. */
type Given = { outputs: JsonObject } | { values: Map<OutputPlan, Json> };

/** Does what the card says, once. */
function perform(plan: CardPlan, place: Place): Given | Promise<Given> {
  const { card, view } = plan;
  const { execution, flow } = place.run;
  if (!view.kernel) {
    const stub = stubFor(plan, place);
    if (stub !== null) return stubbed(stub, plan, place).then((values) => ({ values }));
    const action = flow.space.action(view);
    if (action !== null) return callAction(plan, place, action).then((returned) => byKey(returned, plan));
  }
  if (card === undefined) {
    throw halt(
      place.run,
      view,
      'unsupported card',
      `The local org does not know the card "${view.title}" (${view.address}) of the flow "${flow.view.name}".`,
    );
  }
  for (const input of plan.inputs) {
    const value = input.secret ? resolveInput(input, place.frame) : null;
    if (typeof value === 'string') execution.machine.redactor.learn(value);
  }
  const { inputs: given, more } = coerceInputs(card, resolveInputs(plan, place.frame));
  const { auto } = execution.machine.stubs;
  const inputs = auto?.turned === undefined ? given : turnRound(given, view, auto.turned);
  // `coerceInputs` has brought the inputs to the types of the very fields that `run` was typed from.
  const outputs = card.run(inputs as never, abilities(plan, place), more);
  return outputs instanceof Promise ? outputs.then((given) => ({ outputs: given })) : { outputs };
}

function byKey(returned: JsonObject, { outputs }: CardPlan): Given {
  const value = (key: string) => (Object.hasOwn(returned, key) ? (returned[key] ?? null) : null);
  return { values: new Map(outputs.map((output) => [output, value(output.view.key)])) };
}

/** Takes what the card gave: into the frame, and to the trace. */
function finish(plan: CardPlan, place: Place, given: Given, since: number): void {
  const { halted } = place.run.execution;
  // A card may have swallowed what nothing may swallow.
  if (halted !== null) throw halted;
  for (const output of plan.outputs) {
    const value = 'outputs' in given ? output.from(given.outputs) : given.values.get(output);
    if (value !== undefined) keep(place, output, value);
  }
  tellCard(plan, place, since);
}

/** Keeps an output's value for the cards to come. Fails with a CardError where a flow's memory would not hold it. */
function keep({ run, frame }: Place, { key, label }: OutputPlan, value: Json): void {
  const { memory, machine } = run.execution;
  if (hold(memory, value, machine.limits.bytes, label)) {
    frame.held ??= [];
    frame.held.push(value);
  }
  frame.values.set(key, value);
}

/** Tells of a card that leaves. The containers that it leaves on its way have nothing to tell. */
function noteLeave(plan: CardPlan, place: Place, leave: Leave, since: number): Leave {
  if (Object.keys(plan.view.blocks).length > 0) return leave;
  if (plan.card?.header?.mirrored) {
    for (const { view, key } of plan.outputs) {
      const same = plan.inputs.find(
        (input) => input.view.key === view.key && input.view.group === view.group,
      );
      if (same !== undefined) place.frame.values.set(key, resolveInput(same, place.frame));
    }
  }
  tellCard(plan, place, since);
  return leave;
}

/** Tries a failed card again as its policy says, and does what the policy says when that does not help. */
async function recover(plan: CardPlan, place: Place, first: unknown, since: number): Promise<void> {
  const { view } = plan;
  const { run } = place;
  const { random } = run.execution.machine;
  let error = asCardError(first);
  for (let attempt = 1; attempt <= view.onError.retries && error instanceof CardError; attempt++) {
    if (!retryStatus.has(error.details.statusCode ?? 0)) break;
    const { message, details } = error;
    const [least, most] = view.onError.delay;
    const waitMs = least + Math.floor(random() * (most - least + 1));
    const { statusCode } = details;
    tell(run, 'retry', () => ({
      ...named(view),
      attempt,
      of: view.onError.retries,
      statusCode,
      message,
      waitMs,
    }));
    await pause(waitMs, run.execution);
    try {
      return finish(plan, place, await perform(plan, place), since);
    } catch (again) {
      error = asCardError(again);
    }
  }
  if (error instanceof Leave) throw noteLeave(plan, place, error, since);
  if (!(error instanceof CardError)) throw error;
  await fail(plan, place, error);
}

/** The statuses of rate limits, which alone are tried again (functions.md G6). */
const retryStatus = new Set([429, 504]);

/** A value too deep or too long for this machine is the card's failure, not the program's. */
function asCardError(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  return new CardError(`The values of the card are too large: ${error.message}.`);
}

async function fail(plan: CardPlan, { run }: Place, error: CardError): Promise<never> {
  const { view } = plan;
  const { paths } = run.execution;
  const known = paths.get(error);
  if (known === undefined) {
    paths.set(error, {
      flow: run.flow.view.name,
      flowNumber: run.flow.number,
      run: run.id,
      card: view.id,
      title: view.title,
      module: view.channel,
      callers: [],
    });
  } else known.callers.push({ flow: run.flow.view.name, card: view.title });
  const { message, details } = error;
  const { statusCode } = details;
  tell(run, 'error', () => ({ ...named(view), message, statusCode, origin: known === undefined }));
  if (view.onError.then === 'run flow' && view.onError.flow !== null) {
    const handler = run.flow.space.flow(view.onError.flow);
    // How the handler ends changes nothing: the flow has failed.
    if (handler?.on) await call(handler, { inputs: {}, error: describe(error, run, view) }, run, view);
  }
  if (view.onError.then === 'return') {
    run.returnedError = error;
    throw new Leave('fail', {}, {});
  }
  throw error;
}

function tellCard(plan: CardPlan, { run, frame, around }: Place, since: number): void {
  tell(run, 'card', () => {
    const inputs: JsonObject = {};
    const outputs: JsonObject = {};
    for (const input of plan.inputs) {
      if (!input.view.hidden) setOwn(inputs, input.label, resolveInput(input, frame));
    }
    for (const output of plan.view.outputs) {
      setOwn(outputs, output.label, frame.values.get(outputKey(plan.view.id, output.id)) ?? null);
    }
    const durationMs = run.execution.machine.clock.now() - since;
    const { address } = plan.view;
    return { ...named(plan.view), block: [...around], address, inputs, outputs, durationMs };
  });
}
