/** The error a card ends with, and the error object an If Error block or an error flow receives. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export interface CardErrorDetails {
  /** HTTP status, or the status a Return Error card gave; null where there was none. */
  statusCode?: number | null;
  /** The body of the failed answer: parsed where it is JSON. */
  body?: Json;
  headers?: JsonObject;
  /** The platform's name of the sort of error: `HTTP Error`, `Function Error`, `Returned Error`, … */
  kind?: string;
  /** The further fields of a Return Error card. */
  custom?: JsonObject;
}

/**
 * A failure of one card. It is data: nothing of it is formatted before the edge.
 * Fields as authors of real flows read them (functions.md G6).
 */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly details: Readonly<Required<CardErrorDetails>>;

  constructor(message: string, details: CardErrorDetails = {}) {
    super(message);
    this.details = {
      statusCode: details.statusCode ?? null,
      body: details.body ?? null,
      headers: details.headers ?? {},
      kind: details.kind ?? 'Function Error',
      custom: details.custom ?? {},
    };
  }
}
