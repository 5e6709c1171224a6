/** One execution: what the org lends it, what it remembers, how it tells what happens and how it is halted. */

import type {
  BlockView,
  CardView,
  FlowView,
  Json,
  JsonObject,
  Random,
} from '@okta/workflows-connector-sdk-types';
import type { FlowArguments } from '../cards/context';
import type { CardError } from '../cards/error';
import type { AssumptionId } from '../cards/undocumented';
import type { VirtualClock } from './clock';
import { describeError, type ErrorPath, type FlowError, Halt, type Leave } from './ending';
import type { Limits } from './limits';
import type { Memory } from './memory';
import type { Redactor } from './redact';
import type { Stubs } from './stubs';
import type { TableStrike } from './table-faults';
import type { Table } from './tables';
import { instant, type Outcome, type TraceEvent } from './trace';
import type { Transport } from './transport';
import type { Turn } from './turn';
import type { Frame } from './values';

/** What every execution of an org shares. */
export interface Machine {
  clock: VirtualClock;
  random: Random;
  transport: Transport;
  /** What answers for connectors and hosts that are not here. */
  stubs: Stubs;
  redactor: Redactor;
  limits: Limits;
  /** Receives events, not yet redacted; null where nobody listens. */
  trace: ((event: TraceEvent) => void) | null;
  /** The types of events that whoever listens wants; null: all. */
  traced: ReadonlySet<TraceEvent['type']> | null;
  /** Told of every card that begins its work; null where nobody asks. */
  reached: ((card: CardView) => void) | null;
  assume(choice: AssumptionId): string;
  /** Every request to a table goes through here, so that faults can strike it. */
  askTable: TableStrike;
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
  /** Told once, when the caller of an API endpoint is answered while the flow goes on. */
  onAnswer?(answer: Answer): void;
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
  /** What a Close or a Return Raw card answered the caller of an API endpoint with. */
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
  engine: Engine;
  /** Whoever of the execution goes on has it; who waits gives it away. */
  turn: Turn;
  /** A service that lets its caller wait, or a flow that nobody outside waits for. */
  served: boolean;
  memory: Memory;
  steps: number;
  /** Once something halted the execution, nothing in it goes on. */
  halted: Halt | null;
  started: (() => Promise<unknown>)[];
  paths: WeakMap<CardError, ErrorPath>;
}

/** How flows, blocks and cards are run, for those who run some of them inside their own. */
export interface Engine {
  flow(flow: OrgFlow, start: Start, origin: Origin): Promise<Ended>;
  /** Runs a flow's own cards or an inline block, its trigger filled; gives how it was left, null at its end. */
  body(body: BlockView, place: Place, start: Start): Promise<Leave | null>;
  cards(cards: readonly CardView[], place: Place): Promise<void>;
}

/** How one run of one flow ended. */
export interface Ended {
  run: Run;
  outcome: Outcome;
  values: JsonObject;
  groups: Record<string, JsonObject>;
  error: FlowError | null;
  /** What the caller's card fails with; null where the flow failed but returned. */
  thrown: CardError | null;
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
  onAnswer: ((answer: Answer) => void) | null;
}

/** Where a card stands. */
export interface Place {
  run: Run;
  frame: Frame;
  /** Titles and names of the blocks around, for the trace. */
  around: readonly string[];
}

/** A caller can be answered once. */
export function answerCaller(run: Run, answer: Answer): void {
  if (run.answer !== null) return;
  run.answer = answer;
  run.onAnswer?.(answer);
}

/** Lets virtual time pass; whatever else the execution is at goes on meanwhile. */
export async function pause(ms: number, { machine, turn, served }: Execution): Promise<void> {
  if (!(ms > 0)) return;
  turn.give();
  await (served ? machine.clock.wait(ms) : machine.clock.pause(ms));
  await turn.take();
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

/** The event of a type. */
type EventOf<T extends TraceEvent['type']> = Extract<TraceEvent, { type: T }>;

/** Events are made only where somebody listens for their type: most of a long run's would be thrown away. */
export function tell<T extends TraceEvent['type']>(
  run: Run,
  type: T,
  event: () => Omit<EventOf<T>, 'type' | 'at' | 'run' | 'flow'>,
): void {
  const { trace, traced, clock } = run.execution.machine;
  if (trace === null || traced?.has(type) === false) return;
  // `type` first, for those who read the lines; the parts are those of one event.
  const base = { type, at: instant(clock.now()), run: run.id, flow: run.flow.view.name };
  trace({ ...base, ...event() } as unknown as TraceEvent);
}
