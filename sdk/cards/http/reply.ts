/** What the HTTP cards share: an answer read, and the error that a refused request becomes. */

import { STATUS_CODES } from 'node:http';
import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { CardHttpReply } from '../context';
import { CardError } from '../error';

/** The body of an answer: parsed where it is JSON, the text otherwise, null where there is none. */
export function parsedBody(body: string): Json {
  if (body === '') return null;
  try {
    return JSON.parse(body) as Json; // JSON.parse gives JSON.
  } catch {
    return body;
  }
}

/** Did the service refuse the request or fail on it? */
export function failed(reply: CardHttpReply): boolean {
  return reply.status >= 400;
}

/** The error that such an answer ends the card with: the service's own words where it has any. */
export function httpError(reply: CardHttpReply): CardError {
  const body = parsedBody(reply.body);
  return new CardError(ownMessage(body) ?? STATUS_CODES[reply.status] ?? `HTTP status ${reply.status}`, {
    statusCode: reply.status,
    headers: { ...reply.headers },
    body,
    kind: 'HTTP Error',
  });
}

/** Sets a header unless the request has it already, in whatever case. */
export function withHeader(headers: JsonObject, name: string, value: string): JsonObject {
  const has = Object.keys(headers).some((each) => each.toLowerCase() === name.toLowerCase());
  return has ? headers : { ...headers, [name]: value };
}

function ownMessage(body: Json): string | undefined {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  for (const key of ['message', 'error_description', 'error', 'errorSummary']) {
    const value = Object.hasOwn(body, key) ? body[key] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
