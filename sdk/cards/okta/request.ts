/** What Okta's cards share: where a request goes, who it says it is, and what a refusal becomes. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { CardContext, CardHttpReply } from '../context';
import { CardError } from '../error';
import { failed, httpError, parsedBody, withHeader } from '../http/reply';
import { percentEncode } from '../limits';

/**
 * A path of Okta's API: every value in the template is encoded, so that none can reach another endpoint.
 * Fails with a CardError for an empty value, and for `.` and `..`, which no encoding can hide from a URL parser.
 */
export function oktaPath(fixed: TemplateStringsArray, ...values: readonly string[]): string {
  return fixed.reduce((path, part, index) => path + segment(values[index - 1] ?? '') + part);
}

function segment(value: string): string {
  const trimmed = value.trim();
  if (trimmed === '') throw new CardError('An id or login is needed, and it is empty.');
  if (trimmed === '.' || trimmed === '..') throw new CardError(`"${trimmed}" is no id or login.`);
  return percentEncode(trimmed);
}

export interface OktaRequest {
  method: string;
  /** From `oktaPath`, or an author's own, which must start with a slash. */
  path: string;
  query?: JsonObject;
  headers?: JsonObject;
  body?: string;
}

/** Sends a request to the org of the card's connection. Fails with a CardError that carries Okta's own words. */
export async function oktaRequest(context: CardContext, request: OktaRequest): Promise<CardHttpReply> {
  const { domain, token } = context.connection();
  if (domain === undefined || domain === '') throw new CardError('The Okta connection has no domain.');
  if (token === undefined || token === '') throw new CardError('The Okta connection has no token.');
  if (!request.path.startsWith('/')) {
    throw new CardError(
      `The relative URL is "${request.path}"; it must start with a slash, like /api/v1/users.`,
    );
  }
  const reply = await context.http({
    method: request.method,
    url: `https://${domain}${request.path}`,
    ...(request.query === undefined ? {} : { query: request.query }),
    headers: headersOf(request, token),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  if (failed(reply)) throw httpError(reply);
  return reply;
}

/** What the author says counts, but for who they are: that is the connection's alone. */
function headersOf({ headers = {}, body }: OktaRequest, token: string): JsonObject {
  let own: JsonObject = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^authorization$/i.test(name)),
  );
  own = withHeader(own, 'Accept', 'application/json');
  if (body !== undefined) own = withHeader(own, 'Content-Type', 'application/json');
  return { ...own, Authorization: `SSWS ${token}` };
}

/** The object that an answer holds; an empty one when it holds none. */
export function objectOf(reply: CardHttpReply): JsonObject {
  return asObject(parsedBody(reply.body));
}

/** A value as an object; an empty one when it is something else. */
export function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
