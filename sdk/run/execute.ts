/** Executes flows: cards in order, values from card to card, blocks and calls, errors and retries. */

import type { BlockView, CardView, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { coerceInputs } from '../cards/coerce';
import type { CardContext } from '../cards/context';
import { CardError } from '../cards/error';
import { cards } from '../cards/index';
import { setOwn, valueAt } from '../cards/path';
import { type FlowError, Halt, Leave } from './ending';
import {
  type Answer,
  actionStart,
  describe,
  type Execution,
  type FlowResult,
  flowError,
  halt,
  type Machine,
  named,
  type OrgFlow,
  type Origin,
  type Place,
  type Run,
  type Start,
  tell,
} from './execution';
import {
  type CardPlan,
  type OutputPlan,
  planOf,
  resolveGroup,
  resolveGroups,
  resolveInput,
  resolveInputs,
} from './plan';
import { send } from './request';
import { sizeOf } from './size';
import { tableFor } from './table-access';
import { instant, type Outcome } from './trace';
import { type Frame, frameIn, outputKey, readSource } from './values';

/** Runs a flow that somebody outside starts, and what it starts in turn, to the end. Rejects only on a fault of this program. */
export async function runFlow(flow: OrgFlow, start: Start, machine: Machine): Promise<FlowResult> {
  const execution: Execution = { machine, steps: 0, halted: null, started: [], paths: new WeakMap() };
  const ended = await executeFlow(flow, start, { execution, caller: null, depth: 0 });
  // Flows started without waiting run when the one that started them is done, in order: so two runs never differ.
  for (let next = execution.started.shift(); next !== undefined; next = execution.started.shift()) {
    await next();
  }
  const { run, values, groups } = ended;
  // What halted a flow that nobody waits for would otherwise be lost.
  const error = ended.error ?? (execution.halted === null ? null : flowError(execution.halted, run));
  return {
    flow: flow.view.name,
    runId: run.id,
    outcome: error === null ? ended.outcome : 'error',
    outputs: values,
    groups,
    ...(error === null ? {} : { error }),
    innerErrors: run.innerErrors,
    ...(run.answer === null ? {} : { answer: run.answer }),
  };
}

interface Ended {
  run: Run;
  outcome: Outcome;
  values: JsonObject;
  groups: Record<string, JsonObject>;
  error: FlowError | null;
  /** What the caller's card fails with; null where the flow failed but returned. */
  thrown: CardError | null;
}

async function executeFlow(flow: OrgFlow, start: Start, origin: Origin): Promise<Ended> {
  // Calls must not pile up on the machine's own stack.
  await null;
  const { execution } = origin;
  const { machine } = execution;
  const run: Run = {
    id: machine.nextRun(),
    flow,
    execution,
    caller: origin.caller,
    depth: origin.depth,
    startedAt: machine.clock.now(),
    innerErrors: [],
    bodyStopped: false,
    returnedError: null,
    answer: null,
  };
  tell(run, () => ({
    type: 'flow started',
    caller: origin.caller === null ? null : { run: origin.caller.run.id, card: origin.caller.card.id },
    inputs: start.delivery ?? { ...start.inputs, ...filled(start.groups ?? {}) },
  }));
  const ended = await bodyOf(run, start);
  const { outcome, values, groups, error } = ended;
  tell(run, () => ({
    type: 'flow ended',
    outcome,
    outputs: { ...values, ...groups },
    ...(error === null ? {} : { error: { message: error.message, statusCode: error.statusCode } }),
    durationMs: machine.clock.now() - run.startedAt,
  }));
  return ended;
}

async function bodyOf(run: Run, start: Start): Promise<Ended> {
  const { flow, execution } = run;
  const ended = (
    outcome: Outcome,
    leave: Leave | null,
    error: CardError | Halt | null,
    thrown = false,
  ): Ended => ({
    run,
    outcome,
    values: leave?.values ?? {},
    groups: leave?.groups ?? {},
    error: error === null ? null : flowError(error, run),
    thrown: thrown && error instanceof CardError ? error : null,
  });
  try {
    const { limits } = execution.machine;
    if (run.depth > limits.calls) {
      throw halt(
        run,
        null,
        'limit',
        `The flow "${flow.view.name}" is the ${limits.calls}th in a row of flows that call each other; does one call itself without end?`,
      );
    }
    const { body } = flow.view;
    if (body === null)
      throw new CardError(`The flow "${flow.view.name}" is not in the pack; only its name is.`);
    const left = await runBody(body, { run, frame: frameIn(null), around: [] }, start);
    if (run.returnedError !== null) return ended('error', left, run.returnedError);
    const stopped = left?.how === 'stop' || run.bodyStopped;
    return ended(stopped ? 'stopped' : 'success', left, null);
  } catch (error) {
    if (error instanceof CardError) return ended('error', null, error, true);
    if (error instanceof Halt) return ended('error', null, error);
    throw error;
  }
}

/** Runs the cards of a flow or an inline block, its trigger filled; gives how it was left, null at its end. */
async function runBody(body: BlockView, place: Place, start: Start): Promise<Leave | null> {
  const [trigger, ...cards] = body.cards;
  if (trigger === undefined) return null;
  if (start.delivery === undefined) fillTrigger(trigger, place, start);
  else await fillEvent(trigger, place, start.delivery);
  try {
    await runCards(cards, place);
    return null;
  } catch (error) {
    if (error instanceof Leave) return error;
    throw error;
  }
}

async function runCards(cards: readonly CardView[], place: Place): Promise<void> {
  for (const card of cards) {
    const plan = planOf(card);
    if (plan.idle) continue;
    const pending = runCard(plan, place);
    if (pending !== undefined) await pending;
  }
}

/** A trigger gives what the flow was started with, and what the platform tells a flow about its own run. */
function fillTrigger(trigger: CardView, { run, frame }: Place, start: Start): void {
  const { caller } = run;
  const context: JsonObject = {
    execution_id: run.id,
    execution_time: instant(run.startedAt),
    index: start.index ?? null,
    error: start.error ?? null,
    parent:
      caller === null
        ? null
        : {
            id: String(caller.run.flow.number),
            method: caller.card.id,
            name: caller.run.flow.view.name,
            execution_id: caller.run.id,
          },
  };
  for (const { view, key } of planOf(trigger).outputs) {
    const from = view.group === null ? start.inputs : (start.groups?.[view.group] ?? null);
    const given = from !== null && Object.hasOwn(from, view.key) ? from[view.key] : undefined;
    const told = view.group === 'context' ? context[view.key] : undefined;
    frame.values.set(key, given ?? told ?? null);
  }
}

/** The card of an event makes its outputs itself, of the payload that brought the event. */
async function fillEvent(trigger: CardView, place: Place, delivery: JsonObject): Promise<void> {
  fillTrigger(trigger, place, { inputs: {} });
  const plan = planOf(trigger);
  if (plan.card === undefined) return;
  const { fixed, more } = resolveInputs(plan, place.frame);
  const { inputs } = coerceInputs(plan.card, { fixed: { ...fixed, data: delivery }, more });
  // As in `perform`: the inputs have just been brought to the types that `run` was typed from.
  const outputs = await plan.card.run(inputs as never, contextFor(plan, place), more);
  for (const output of plan.outputs) {
    const value = output.from(outputs);
    if (value !== undefined) place.frame.values.set(output.key, value);
  }
}

/** Runs one card. Gives a promise only where there is something to wait for: most cards are done at once. */
function runCard(plan: CardPlan, place: Place): Promise<void> | undefined {
  const { run } = place;
  const { execution } = run;
  if (execution.halted !== null) throw execution.halted;
  const { limits, clock } = execution.machine;
  if (++execution.steps > limits.steps) {
    throw halt(
      run,
      plan.view,
      'limit',
      `The execution has run ${limits.steps} cards, which is all that one may.`,
    );
  }
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

/** Does what the card says, once. */
function perform(plan: CardPlan, place: Place): JsonObject | Promise<JsonObject> {
  const { card, view } = plan;
  const { execution, flow } = place.run;
  const action = view.kernel ? null : flow.space.action(view);
  if (action !== null) return callAction(plan, place, action);
  if (card === undefined) {
    throw halt(
      place.run,
      view,
      'unsupported card',
      `The local org does not know the card "${view.title}" (${view.address}) of the flow "${flow.view.name}".` +
        (cards.some(({ channel }) => channel === view.channel)
          ? ''
          : ` Deploy the connector "${view.channel}", if it was made in Connector Builder.`),
    );
  }
  for (const input of plan.inputs) {
    const value = input.secret ? resolveInput(input, place.frame) : null;
    if (typeof value === 'string') execution.machine.redactor.learn(value);
  }
  const { inputs, more } = coerceInputs(card, resolveInputs(plan, place.frame));
  // `coerceInputs` has brought the inputs to the types of the very fields that `run` was typed from.
  return card.run(inputs as never, contextFor(plan, place), more);
}

/** Takes what the card gave: into the frame, and to the trace. */
function finish(plan: CardPlan, place: Place, outputs: JsonObject, since: number): void {
  const { halted } = place.run.execution;
  // A card may have swallowed what nothing may swallow.
  if (halted !== null) throw halted;
  for (const output of plan.outputs) {
    const value = output.from(outputs);
    if (value !== undefined) keep(place, output, value);
  }
  tellCard(plan, place, since);
}

/** Keeps an output's value for the cards to come. Fails with a CardError where a flow's memory would not hold it. */
function keep({ run, frame }: Place, { key, label }: OutputPlan, value: Json): void {
  const { bytes } = run.execution.machine.limits;
  if (value !== null && (typeof value === 'object' || typeof value === 'string') && sizeOf(value) > bytes) {
    throw new CardError(
      `"${label}" is larger than the ${Math.round(bytes / 1024 ** 2)} MB that a flow may hold.`,
    );
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
  const { clock, random } = run.execution.machine;
  let error = asCardError(first);
  for (let attempt = 1; attempt <= view.onError.retries && error instanceof CardError; attempt++) {
    if (!retryStatus.has(error.details.statusCode ?? 0)) break;
    const { message, details } = error;
    const [least, most] = view.onError.delay;
    const waitMs = least + Math.floor(random() * (most - least + 1));
    const { statusCode } = details;
    tell(run, () => ({
      type: 'retry',
      ...named(view),
      attempt,
      of: view.onError.retries,
      statusCode,
      message,
      waitMs,
    }));
    await clock.wait(waitMs);
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
  tell(run, () => ({ type: 'error', ...named(view), message, statusCode, origin: known === undefined }));
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

/** Runs a flow for a card and gives how it ended. */
async function call(flow: OrgFlow, start: Start, run: Run, card: CardView): Promise<Ended> {
  const { execution, depth } = run;
  const ended = await executeFlow(flow, start, { execution, caller: { run, card }, depth: depth + 1 });
  if (execution.halted !== null) throw execution.halted;
  return ended;
}

/** What a called flow gives; its error becomes the card's. */
function resultOf({ values, thrown }: Ended): JsonObject {
  if (thrown !== null) throw thrown;
  return values;
}

/** A card of a deployed connector: its options and inputs go to the action's flow, what that returns comes back by key. */
async function callAction(plan: CardPlan, place: Place, action: OrgFlow): Promise<JsonObject> {
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
  // Keys of fields are unique in an action, whatever their group.
  const returned = ended.groups.Outputs ?? {};
  for (const output of plan.outputs) {
    const value = Object.hasOwn(returned, output.view.key) ? returned[output.view.key] : undefined;
    keep(place, output, value ?? null);
  }
  return {};
}

function connectionOf(card: CardView, { flow }: Run): Readonly<Record<string, string>> {
  const values = flow.space.connection(card);
  if (values !== null) return values;
  throw new CardError(
    `The card "${card.title}" has no connection: nothing is connected for the connector "${card.channel}".`,
  );
}

/** Everything that the card may touch. */
function contextFor(plan: CardPlan, place: Place): CardContext {
  const { view } = plan;
  const { run, frame } = place;
  const { execution } = run;
  const { machine } = execution;
  return {
    card: view,
    clock: {
      now: machine.clock.now,
      async wait(ms) {
        tell(run, () => ({ type: 'wait', ...named(view), ms }));
        await machine.clock.wait(ms);
      },
    },
    random: machine.random,
    http: (request) => send(request, view, run),
    connection: () => connectionOf(view, run),
    table: (id) => tableFor(id, view, run),
    callFlow: async (id, start) => resultOf(await call(flowFor(id, view, run), start, run, view)),
    startFlow(id, start) {
      const started = flowFor(id, view, run);
      execution.started.push(() =>
        executeFlow(started, start, { execution, caller: { run, card: view }, depth: run.depth + 1 }),
      );
    },
    each: (item, index, extra) => each(plan, place, item, index, extra ?? {}),
    block: (name, trigger) => runBlock(plan, place, name, trigger),
    blockNames: () => Object.keys(view.blocks),
    group: (name) => resolveGroup(plan, name, frame),
    leave(how, values) {
      throw new Leave(how, values, how === 'return' ? resolveGroups(plan, frame) : {});
    },
    ...(run.flow.view.kind === 'api endpoint' && run.depth === 0
      ? { answer: (given: Answer) => firstAnswer(run, given) }
      : {}),
    describe: (error) => describe(error, run, view),
    assume: machine.assume,
  };
}

/** A caller can be answered once. */
function firstAnswer(run: Run, answer: Answer): void {
  run.answer ??= answer;
}

/** The flow that a card names. */
function flowFor(id: string, card: CardView, { flow }: Run): OrgFlow {
  const found = flow.space.flow(id);
  if (found === undefined) {
    throw new CardError(
      id === ''
        ? `The card "${card.title}" names no flow; choose one.`
        : `The card "${card.title}" calls the flow "${id}", which is not in the org; import it.`,
    );
  }
  if (!found.on) {
    throw new CardError(
      `The card "${card.title}" calls the flow "${found.view.name}", which is off; activate it.`,
    );
  }
  return found;
}

/** Runs a block that the card holds. */
async function runBlock(
  plan: CardPlan,
  place: Place,
  name: string,
  trigger: JsonObject | undefined,
): Promise<JsonObject> {
  const { view, card } = plan;
  const block = Object.hasOwn(view.blocks, name) ? view.blocks[name] : undefined;
  if (block === undefined) throw new CardError(`The card "${view.title}" has no block "${name}".`);
  const around = [...place.around, view.title, name];
  if (card?.blocks?.held === 'flat') {
    await runCards(block.cards, { ...place, around });
    return handOn(block, plan, place.frame);
  }
  const inner = { run: place.run, frame: frameIn(place.frame), around };
  const left = await runBody(block, inner, {
    inputs: {},
    ...(trigger === undefined ? {} : { error: trigger }),
  });
  // A failure that ends the flow is not for the block to keep.
  if (left?.how === 'fail') throw left;
  return left?.values ?? {};
}

/** What a branch of If/Else gives: outputs of the If/Else card itself. */
function handOn(block: BlockView, { view }: CardPlan, frame: Frame): JsonObject {
  const values: JsonObject = {};
  for (const [key, { output, source }] of Object.entries(block.gives)) {
    const value = source === null ? null : readSource(frame, source);
    frame.values.set(outputKey(view.id, output), value);
    setOwn(values, key, value);
  }
  return values;
}

/** Runs an iterator's helper flow, or the body it holds, for one item. */
async function each(
  plan: CardPlan,
  place: Place,
  item: Json,
  index: number,
  extra: JsonObject,
): Promise<JsonObject> {
  const { view } = plan;
  const { run, frame } = place;
  const body = view.blocks.each;
  if (body !== undefined) return eachBody(body, plan, place, item, index);
  const inputs: JsonObject = {};
  for (const bound of plan.bindings) {
    const { binding } = bound.view;
    const value = !binding?.dynamic
      ? resolveInput(bound, frame)
      : binding.path === ''
        ? item
        : (valueAt(item, binding.path) ?? null);
    setOwn(inputs, bound.view.key, value);
  }
  const flows = plan.inputs.find((input) => input.view.type === 'flo');
  const id = flows === undefined ? '' : resolveInput(flows, frame);
  const helper = flowFor(typeof id === 'string' ? id : '', view, run);
  return resultOf(await call(helper, { inputs: { ...inputs, ...extra }, index }, run, view));
}

/** The body of an event: each item is one event, its fields in groups. An error is passed over, but not forgotten. */
async function eachBody(
  body: BlockView,
  { view }: CardPlan,
  place: Place,
  item: Json,
  index: number,
): Promise<JsonObject> {
  const { run } = place;
  const fields = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {};
  const groups = Object.fromEntries(
    Object.entries(fields).flatMap(([group, values]) =>
      typeof values === 'object' && values !== null && !Array.isArray(values) ? [[group, values]] : [],
    ),
  );
  const inner = { run, frame: frameIn(place.frame), around: [...place.around, view.title, 'each'] };
  try {
    const left = await runBody(body, inner, { inputs: fields, groups, index });
    if (left?.how === 'stop') run.bodyStopped = true;
    if (left?.how === 'fail' && run.returnedError !== null) {
      run.innerErrors.push(flowError(run.returnedError, run));
      run.returnedError = null;
    }
    return left?.values ?? {};
  } catch (error) {
    if (error instanceof CardError) run.innerErrors.push(flowError(error, run));
    throw error;
  }
}

function tellCard(plan: CardPlan, { run, frame, around }: Place, since: number): void {
  tell(run, () => {
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
    return { type: 'card', ...named(plan.view), block: [...around], address, inputs, outputs, durationMs };
  });
}

/** The groups that have something in them. */
function filled(groups: Record<string, JsonObject>): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0));
}
