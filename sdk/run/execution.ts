/** One execution: what the org lends it, what it remembers, how it tells what happens and how it is halted. */

import type {
  CardView,
  Clock,
  FlowView,
  Json,
  JsonObject,
  Random,
} from '@okta/workflows-connector-sdk-types';
import type { FlowArguments } from '../cards/context';
import type { CardError } from '../cards/error';
import type { AssumptionId } from '../cards/undocumented';
import { describeError, type ErrorPath, type FlowError, Halt } from './ending';
import type { Limits } from './limits';
import type { Redactor } from './redact';
import type { Table } from './tables';
import { instant, type Outcome, type TraceEvent } from './trace';
import type { Transport } from './transport';
import type { Frame } from './values';

/** What every execution of an org shares. */
export interface Machine {
  clock: Clock;
  random: Random;
  transport: Transport;
  redactor: Redactor;
  limits: Limits;
  /** Receives events, not yet redacted; null where nobody listens. */
  trace: ((event: TraceEvent) => void) | null;
  assume(choice: AssumptionId): string;
  /** The id of the next run of a flow. */
  nextRun(): string;
}

/** What the ids of one import, or of one connector, mean. */
export interface Space {
  /** The flow with an id of the file. */
  flow(id: string): OrgFlow | undefined;
  /** The table with an id of the file; undefined where the file has none. */
  table(id: string): Table | undefined;
  /** The values of a card's connection; null where it has none. */
  connection(card: CardView): Readonly<Record<string, string>> | null;
  /** The flow behind a card of a connector that is deployed; null where the card is no such card. */
  action(card: CardView): OrgFlow | null;
}

/** A flow in the org. */
export interface OrgFlow {
  /** The org's own id; error objects carry it as a number. */
  number: number;
  view: FlowView;
  space: Space;
  on: boolean;
}

/** What a flow is started with. */
export interface Start extends FlowArguments {
  /** The position of the item, for helpers of iterators. */
  index?: number;
  /** The error object, for flows that handle one. */
  error?: JsonObject;
  /** The payload that brought an event, for flows that start with one: the event's card reads it. */
  delivery?: JsonObject;
}

/** How a flow that was started from outside ended. */
export interface FlowResult {
  /** The flow's name. */
  flow: string;
  runId: string;
  outcome: Outcome;
  /** What it returned, by key. */
  outputs: JsonObject;
  /** The same by group; only Return cards of Connector Builder have groups. */
  groups: Record<string, JsonObject>;
  /** Only with outcome `error`. */
  error?: FlowError;
  /** Errors inside the body of an event, which the platform itself passes over. */
  innerErrors: FlowError[];
  /** What a Close card answered the caller of an API endpoint with. */
  answer?: Answer;
}

export interface Answer {
  statusCode: number;
  headers: JsonObject;
  body: Json;
}

/** What an action's flow is started with: the groups of Connector Builder (flopack-format §9). */
export function actionStart(
  given: { options: JsonObject; inputs: JsonObject; selected?: Record<string, JsonObject> },
  connection: Readonly<Record<string, string>>,
): Start {
  return {
    inputs: {},
    groups: {
      auth: { blob: { ...connection } },
      Options: given.options,
      Inputs: given.inputs,
      selectedOutputs: { ...given.selected },
    },
  };
}

/** Everything that goes back to one start from outside. */
export interface Execution {
  machine: Machine;
  steps: number;
  /** Once something halted the execution, nothing in it goes on. */
  halted: Halt | null;
  started: (() => Promise<unknown>)[];
  paths: WeakMap<CardError, ErrorPath>;
}

export interface Origin {
  execution: Execution;
  caller: { run: Run; card: CardView } | null;
  depth: number;
}

/** One run of one flow. */
export interface Run {
  id: string;
  flow: OrgFlow;
  execution: Execution;
  caller: Origin['caller'];
  depth: number;
  startedAt: number;
  innerErrors: FlowError[];
  /** Whether a Continue If ended the body of the event: the flow then counts as stopped. */
  bodyStopped: boolean;
  /** The error of a card whose policy is to return. */
  returnedError: CardError | null;
  answer: Answer | null;
}

/** Where a card stands. */
export interface Place {
  run: Run;
  frame: Frame;
  /** Titles and names of the blocks around, for the trace. */
  around: readonly string[];
}

/** Halts the execution, and keeps it halted whatever catches the error. */
export function halt(run: Run, card: CardView | null, kind: Halt['kind'], message: string): Halt {
  run.execution.halted ??= new Halt(message, kind, { flow: run.flow.view.name, card: card?.title ?? '' });
  return run.execution.halted;
}

export function flowError(error: CardError | Halt, run: Run): FlowError {
  // A result is shown to people, so a secret in a service's words goes here as in the trace.
  const message = run.execution.machine.redactor.redact(error.message);
  if (error instanceof Halt) return { message, ...error.at, statusCode: null, callers: [] };
  const path = run.execution.paths.get(error);
  return {
    message,
    flow: path?.flow ?? run.flow.view.name,
    card: path?.title ?? '',
    statusCode: error.details.statusCode,
    callers: path?.callers ?? [],
  };
}

export function describe(error: CardError, run: Run, card: CardView): JsonObject {
  const path = run.execution.paths.get(error) ?? {
    flow: run.flow.view.name,
    flowNumber: run.flow.number,
    run: run.id,
    card: card.id,
    title: card.title,
    module: card.channel,
    callers: [],
  };
  return describeError(error, path);
}

/** What every event about a card says. */
export function named(card: CardView): { card: string; title: string } {
  return { card: card.id, title: card.title };
}

// What is told needs its instant, run and flow alone; distributing over the union keeps each event whole.
type Told<E> = E extends TraceEvent ? Omit<E, 'at' | 'run' | 'flow'> : never;

/** Events are made only where somebody listens. */
export function tell(run: Run, event: () => Told<TraceEvent>): void {
  const { trace, clock } = run.execution.machine;
  if (trace === null) return;
  const { type, ...rest } = event();
  // `type` first, for those who read the lines; the parts are those of one event.
  trace({ type, at: instant(clock.now()), run: run.id, flow: run.flow.view.name, ...rest } as TraceEvent);
}
