/** What a card may use while it runs: everything it can touch, and nothing else. */

import type { CardView, Clock, Json, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import type { CardError } from './error';
import type { AssumptionId } from './undocumented';

export interface CardContext {
  /** The card as the pack holds it: its outputs, bindings and options. */
  card: CardView;
  clock: Clock;
  random: Random;
  /** Sends a request; any answer is an answer, whatever its status. Fails with a CardError when none comes. */
  http(request: CardHttpRequest): Promise<CardHttpReply>;
  /** The values of the card's connection. Fails with a CardError when the card has none. */
  connection(): Readonly<Record<string, string>>;
  /** The rows of a table, by the table's id. Fails with a CardError when there is no such table. */
  table(id: string): TableRows;
  /** Runs another flow to its end and gives what it returns; its error becomes this card's. */
  callFlow(flow: string, inputs: FlowArguments): Promise<JsonObject>;
  /** Starts another flow and does not wait. */
  startFlow(flow: string, inputs: FlowArguments): void;
  /**
   * Does the work for each of `count` items, up to `concurrency` at once: while one waits, others go on. Starts none
   * after the first that fails, and fails with it. Fails with a CardError above the platform's limit.
   */
  forAll(count: number, concurrency: number | null, work: (index: number) => Promise<void>): Promise<void>;
  /** Iterators: runs the card's helper flow, or the body it holds, for one item, its inputs bound as the card says. */
  each(item: Json, index: number, extra?: JsonObject): Promise<JsonObject>;
  /**
   * Runs one of the blocks that the card holds and gives what the block hands on.
   * A Return or a Continue If inside an inline block only leaves that block; inside a branch of If/Else it leaves the flow.
   */
  block(name: string, trigger?: JsonObject): Promise<JsonObject>;
  /** The names of the blocks the card holds, in the order they are tested. */
  blockNames(): string[];
  /** The coerced inputs of one of the card's groups, by key; {} when it has no such group. */
  group(name: string): JsonObject;
  /** Ends the block or flow that the card stands in, without an error. */
  leave(how: 'return' | 'stop', values: JsonObject): never;
  /** Answers the caller of an API Endpoint flow and lets the flow go on; absent where nobody waits for an answer. */
  answer?(answer: { statusCode: number; headers: JsonObject; body: Json }): void;
  /** The error object that an If Error block or an error flow receives for this card's failure. */
  describe(error: CardError): JsonObject;
  /** Which way an UNDOCUMENTED choice goes in this run. */
  assume(choice: AssumptionId): string;
}

/** Arguments of a call: plain parameters, and the connection that helper flows of a connector hand on. */
export interface FlowArguments {
  inputs: JsonObject;
  /** Parameters in groups, such as `auth`. */
  groups?: Record<string, JsonObject>;
}

export interface CardHttpRequest {
  method: string;
  url: string;
  /** Appended to the URL, each name and value encoded; null and empty values are left out. */
  query?: JsonObject;
  headers?: JsonObject;
  body?: string;
}

export interface CardHttpReply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** A row: its columns, and the system's own fields. */
export interface TableRow {
  /** The system's row id, text of a number. */
  id: string;
  /** ISO-8601. */
  created: string;
  updated: string;
  fields: JsonObject;
}

/** A table's rows; every change is seen by the run's trace. */
export interface TableRows {
  name: string;
  columns: readonly { name: string; type: 'text' | 'number' | 'flag' | 'date'; default: string | null }[];
  /** In the order they were made. Copies: changing one changes nothing. */
  rows(): TableRow[];
  insert(fields: JsonObject): TableRow;
  /** Fails with a CardError when there is no such row. */
  update(id: string, fields: JsonObject): TableRow;
  remove(id: string): void;
  /** Gives how many rows went. */
  clear(): number;
}
