/** How a card's run can end other than with outputs: it leaves, it fails, or the whole execution cannot go on. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { CardError } from '../cards/error';

/** A Return or a Continue If on its way to the block it ends, or a failed card that ends its flow. */
export class Leave {
  constructor(
    readonly how: 'return' | 'stop' | 'fail',
    readonly values: JsonObject,
    /** The same values by group, for the Return cards of Connector Builder, whose fields stand in groups. */
    readonly groups: Record<string, JsonObject>,
    /** Whether the values are a whole HTTP answer. */
    readonly raw = false,
  ) {}
}

/**
 * The execution cannot go on, and no If Error may pretend it can: a card the local org does not know, a host that
 * the world does not name, a limit.
 */
export class Halt extends Error {
  override readonly name = 'Halt';
  constructor(
    message: string,
    readonly kind: 'unsupported card' | 'no stub' | 'unknown host' | 'limit',
    /** Where it happened: names of the flow and the card. */
    readonly at: { flow: string; card: string },
  ) {
    super(message);
  }
}

/** Where an error began, and the cards it came through, innermost first. */
export interface ErrorPath {
  flow: string;
  flowNumber: number;
  run: string;
  card: string;
  title: string;
  module: string;
  callers: { flow: string; card: string }[];
}

/** What the result of a run says of its error. */
export interface FlowError {
  message: string;
  /** The flow in which it began. */
  flow: string;
  /** The title of the card on which it began. */
  card: string;
  statusCode: number | null;
  /** The cards it came through on its way out, innermost first. */
  callers: { flow: string; card: string }[];
}

/**
 * The error object that If Error blocks and error flows receive: the fields that authors read (functions.md G6).
 * They also read fields of the service's own answer straight from it (`errorSummary`, `errors`), so these are there too.
 */
export function describeError(error: CardError, path: ErrorPath): JsonObject {
  const { statusCode, body, headers, kind, custom } = error.details;
  return {
    ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}),
    ...custom,
    message: error.message,
    statusCode,
    code: statusCode,
    headers,
    body,
    kind,
    module: path.module,
    description: '',
    method: path.card,
    flo: path.flowNumber,
    execution: path.run,
  };
}
