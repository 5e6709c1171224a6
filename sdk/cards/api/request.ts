/** What the cards of the API Connector share: their fields, how a request is sent, and what the answer is. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { PortRules } from '../card';
import type { CardContext, CardHttpReply } from '../context';
import { field } from '../field';
import { failed, httpError, parsedBody, withHeader } from '../http/reply';

const request = { group: 'Request' } as const;
const response = { group: 'Response' } as const;

export const url = field.text(undefined, { ...request, key: 'URL' });
/** A text is appended as it is. */
export const query = field.any(undefined, {
  ...request,
  key: 'Query',
  default: {},
  types: ['text', 'object'],
});
export const headers = field.object(undefined, { ...request, key: 'Headers' });
/** An object is sent as JSON, a text as it is. */
export const body = field.any(undefined, { ...request, key: 'Body', default: {}, types: ['text', 'object'] });

/** The answer, its body read as JSON; a service that answers with a list or a text needs the author to say so. */
export const answer = {
  statusCode: field.number(undefined, { ...response, key: 'Status Code' }),
  headers: field.object(undefined, { ...response, key: 'Headers' }),
  body: field.any(undefined, { ...response, key: 'Body', default: {}, types: ['object'] }),
};

const oneGroup = (name: string): PortRules => ({
  extensible: false,
  rules: {},
  groupRules: { [name]: { extensible: false, reserved: {}, index: 0, type: 'object' } },
});

export const ports = { inputs: oneGroup('Request'), outputs: oneGroup('Response') };

/** The header of all of them. */
export const header = { executable: true, async: true, timeout: 30_000 };

/**
 * Sends a request with what the card's connection adds to it: nothing, a user and password, or headers of its own.
 * Fails with a CardError when the service answers 400 or more.
 */
export async function send(
  context: CardContext,
  given: { method: string; url: string; query: Json; headers: JsonObject; body?: Json },
): Promise<JsonObject> {
  const sent = given.body === undefined ? undefined : textOf(given.body);
  const json = sent !== undefined && typeof given.body !== 'string';
  const reply = await exchange(context, {
    method: given.method,
    url: given.url,
    query: given.query,
    headers: json ? withHeader(given.headers, 'Content-Type', 'application/json') : given.headers,
    ...(sent === undefined ? {} : { body: sent }),
  });
  if (failed(reply)) throw httpError(reply);
  return { statusCode: reply.status, headers: { ...reply.headers }, body: parsedBody(reply.body) ?? {} };
}

/** Sends a request whose body is text, if it has one; any answer is an answer. */
export function exchange(
  context: CardContext,
  given: { method: string; url: string; query: Json; headers: JsonObject; body?: string },
): Promise<CardHttpReply> {
  const asked = typeof given.query === 'string' ? given.query.replace(/^\?/, '') : '';
  const byName =
    given.query !== null && typeof given.query === 'object' && !Array.isArray(given.query) ? given.query : {};
  return context.http({
    method: given.method,
    url: asked === '' ? given.url : `${given.url}${given.url.includes('?') ? '&' : '?'}${asked}`,
    query: byName,
    headers: authenticated(context, given.headers),
    ...(given.body === undefined ? {} : { body: given.body }),
  });
}

/** What the author sets on the card counts over what the connection says. */
function authenticated(context: CardContext, headers: JsonObject): JsonObject {
  if (context.card.connection === null) return headers;
  const { username, password, ...custom } = context.connection();
  let all = headers;
  if (username !== undefined) {
    const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    all = withHeader(all, 'Authorization', `Basic ${pair}`);
  }
  for (const [name, value] of Object.entries(custom)) all = withHeader(all, name, value);
  return all;
}

function textOf(body: Json): string | undefined {
  if (typeof body === 'string') return body === '' ? undefined : body;
  return body === null ? undefined : JSON.stringify(body);
}
