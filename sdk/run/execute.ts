/** Executes flows: what starts one, its cards in order, and how it ends. */

import type { BlockView, CardView, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';
import { Halt, Leave } from './ending';
import {
  answerCaller,
  type Ended,
  type Engine,
  type Execution,
  type FlowResult,
  flowError,
  halt,
  type Machine,
  type OrgFlow,
  type Origin,
  type Place,
  type Run,
  type Start,
  tell,
} from './execution';
import { newMemory, release } from './memory';
import { planOf } from './plan';
import { runCard } from './step';
import type { Outcome } from './trace';
import { fillTrigger } from './trigger';
import { newTurn, type Turn } from './turn';
import { frameIn } from './values';

/** How an execution stands to others. */
export interface Company {
  /** The turn, had by the caller, of several executions that go on at the same time. */
  turn?: Turn;
  /** Whether a caller waits for it over HTTP: its waits are then the caller's. */
  served?: boolean;
}

/** Runs a flow that somebody outside starts, and what it starts in turn, to the end. Rejects only on a fault of this program. */
export async function runFlow(
  flow: OrgFlow,
  start: Start,
  machine: Machine,
  { turn = newTurn(), served = false }: Company = {},
): Promise<FlowResult> {
  const execution: Execution = {
    machine,
    engine,
    turn,
    served,
    memory: newMemory(),
    steps: 0,
    halted: null,
    started: [],
    paths: new WeakMap(),
  };
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

const engine: Engine = { flow: executeFlow, body: runBody, cards: runCards };

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
    onAnswer: start.onAnswer ?? null,
  };
  tell(run, 'flow started', () => ({
    caller: origin.caller === null ? null : { run: origin.caller.run.id, card: origin.caller.card.id },
    inputs: start.delivery ?? { ...start.inputs, ...filled(start.groups ?? {}) },
  }));
  const ended = await bodyOf(run, start);
  const { outcome, values, groups, error } = ended;
  tell(run, 'flow ended', () => ({
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
    if (left?.raw) answerCaller(run, rawAnswer(left.values));
    if (run.returnedError !== null) return ended('error', left, run.returnedError);
    const stopped = left?.how === 'stop' || run.bodyStopped;
    return ended(stopped ? 'stopped' : 'success', left, null);
  } catch (error) {
    if (error instanceof CardError) return ended('error', null, error, true);
    if (error instanceof Halt) return ended('error', null, error);
    throw error;
  }
}

async function runBody(body: BlockView, place: Place, start: Start): Promise<Leave | null> {
  const [trigger, ...cards] = body.cards;
  if (trigger === undefined) return null;
  try {
    await fillTrigger(trigger, place, start);
    await runCards(cards, place);
    return null;
  } catch (error) {
    if (error instanceof Leave) return error;
    throw error;
  } finally {
    if (place.frame.held !== null) release(place.run.execution.memory, place.frame.held);
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

/** A Return Raw gives these three, whatever their types came to. */
function rawAnswer({ statusCode, headers, body }: JsonObject) {
  const known = typeof headers === 'object' && headers !== null && !Array.isArray(headers) ? headers : {};
  return { statusCode: Number(statusCode ?? 200), headers: known, body: body ?? '' };
}

/** The groups that have something in them. */
function filled(groups: Record<string, JsonObject>): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0));
}
