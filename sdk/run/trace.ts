/** What a run tells of itself while it runs: typed events in the order they happen, secrets already masked. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export type TraceEvent =
  | FlowStarted
  | FlowEnded
  | CardDone
  | RequestSent
  | CardRetried
  | Waited
  | TableChanged
  | CardFailed;

/** How a flow ended: `stopped` is a Continue If whose condition did not hold. */
export type Outcome = 'success' | 'stopped' | 'error';

/** What every event says. */
export interface TraceBase {
  /** The virtual instant, ISO-8601: `"2026-01-01T00:00:00.000Z"`. */
  at: string;
  /** The run of the flow, as its Execution ID has it: `"run-1"`. */
  run: string;
  /** The flow's name: `"[main] User Deactivated"`. */
  flow: string;
}

/** The card an event is about. */
export interface TraceCard {
  /** The card's id in the file: `"Tvg-b6LYd"`. */
  card: string;
  /** As the author named it: `"Read User"`. */
  title: string;
}

/**
 * A flow starts.
 * @example {"type":"flow started","at":"2026-01-01T00:00:00.000Z","run":"run-2","flow":"[util] Get Access Token","caller":{"run":"run-1","card":"jS4FZdIUo"},"inputs":{"domain":"acme.auth0.test"}}
 */
export interface FlowStarted extends TraceBase {
  type: 'flow started';
  /** The run and card that called it; null for a flow that was started from outside. */
  caller: { run: string; card: string } | null;
  /** What it was started with, by key; values in groups under the group's name. */
  inputs: JsonObject;
}

/**
 * A flow ended.
 * @example {"type":"flow ended","at":"2026-01-01T00:00:00.000Z","run":"run-2","flow":"[util] Get Access Token","outcome":"success","outputs":{"token":"[redacted]"},"durationMs":0}
 */
export interface FlowEnded extends TraceBase {
  type: 'flow ended';
  outcome: Outcome;
  /** What it returned, by key. */
  outputs: JsonObject;
  /** Only with outcome `error`. */
  error?: { message: string; statusCode: number | null };
  /** Virtual milliseconds from start to end. */
  durationMs: number;
}

/**
 * A card did its work. A card that holds blocks or calls a flow comes after what ran inside it.
 * @example {"type":"card","at":"2026-01-01T00:00:00.000Z","run":"run-2","flow":"Greet","block":["If/Else","then"],"card":"NgnqHrl2I","title":"Concatenate","address":"root:kernel:string:0.0.1:concat","inputs":{"text 1":"Hello ","text 2":"Ada"},"outputs":{"output":"Hello Ada"},"durationMs":0}
 */
export interface CardDone extends TraceBase, TraceCard {
  type: 'card';
  /** The titles of the cards around it, each with the name of the block; empty at the top of the flow. */
  block: string[];
  address: string;
  /** By the label the designer shows. */
  inputs: JsonObject;
  /** By the label the designer shows. */
  outputs: JsonObject;
  /** Virtual milliseconds, retries included. */
  durationMs: number;
}

/**
 * A card sent an HTTP request and has its answer.
 * @example {"type":"request","at":"2026-01-01T00:00:00.000Z","run":"run-3","flow":"[util] Get Auth0 User Id","card":"qRM80qZho","title":"Raw Request","method":"GET","host":"acme.auth0.test","path":"/api/v2/users-by-email","query":{"email":"ada@acme.test"},"body":null,"status":200,"reply":[{"user_id":"auth0|ada"}]}
 */
export interface RequestSent extends TraceBase, TraceCard {
  type: 'request';
  method: string;
  host: string;
  /** As sent, still encoded, without the query. */
  path: string;
  /** Decoded. */
  query: Record<string, string>;
  /** What was sent: parsed where it is JSON or a form, null without a body. */
  body: Json;
  /** null: no answer came. */
  status: number | null;
  /** The answer: parsed where it is JSON. */
  reply: Json;
  /** Only where no service was asked: a stub of the world answered, or the answer was made up. */
  stub?: true;
}

/**
 * A card failed and will be tried again.
 * @example {"type":"retry","at":"2026-01-01T00:00:00.000Z","run":"run-3","flow":"[util] Update Auth0 User","card":"27l9OO8cx","title":"Raw Request","attempt":1,"of":3,"statusCode":429,"message":"Too Many Requests","waitMs":84210}
 */
export interface CardRetried extends TraceBase, TraceCard {
  type: 'retry';
  /** Which of the retries comes now, from 1. */
  attempt: number;
  of: number;
  statusCode: number | null;
  message: string;
  /** Virtual milliseconds until then. */
  waitMs: number;
}

/**
 * A card lets time pass.
 * @example {"type":"wait","at":"2026-01-01T00:00:00.000Z","run":"run-1","flow":"Remind","card":"w1","title":"Wait For","ms":60000}
 */
export interface Waited extends TraceBase, TraceCard {
  type: 'wait';
  /** Virtual milliseconds. */
  ms: number;
}

/**
 * A row of a table changed.
 * @example {"type":"table","at":"2026-01-01T00:00:00.000Z","run":"run-1","flow":"Report","card":"c1","title":"Create Row","table":"results","change":"insert","row":"1","fields":{"email":"ada@acme.test"}}
 */
export interface TableChanged extends TraceBase, TraceCard {
  type: 'table';
  table: string;
  change: 'insert' | 'update' | 'remove' | 'clear';
  /** The Row ID; null when the whole table was cleared. */
  row: string | null;
  /** The row after the change; empty once it is gone. */
  fields: JsonObject;
}

/**
 * A card failed for good. What then happens is told by the events after it.
 * @example {"type":"error","at":"2026-01-01T00:00:00.000Z","run":"run-3","flow":"[util] Get Auth0 User Id","card":"qRM80qZho","title":"Raw Request","message":"401 Unauthorized","statusCode":401,"origin":true}
 */
export interface CardFailed extends TraceBase, TraceCard {
  type: 'error';
  message: string;
  statusCode: number | null;
  /** True where the error began; false on the cards it passes on its way out. */
  origin: boolean;
}

/** The instant of a clock's reading, as events have it. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
