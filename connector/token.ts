/** The cards that every way to Auth0 shares: getting a token, and ending the flow where Auth0 refused a request. */

import { field, http, json, object, type Ref, returnErrorIf, text } from '../sdk/dsl';

/** What a token is got with: a connection, or the rows of a table. */
export interface Credentials {
  domain: Ref<string>;
  client_id: Ref<string>;
  client_secret: Ref<string>;
}

/**
 * Exchanges client id and secret for a Management API token (client credentials). Ends the flow with Auth0's status and
 * words where it refuses, and with 502 where it answers without a token (D7).
 */
export function requestToken(credentials: Credentials, options: { title?: string } = {}): Ref<string> {
  const address = text.concatenate({
    string1: 'https://',
    string2: credentials.domain,
    path: '/oauth/token',
  });
  const audience = text.concatenate({ string1: 'https://', string2: credentials.domain, path: '/api/v2/' });
  const grant = object.construct({
    grant_type: 'client_credentials',
    client_id: credentials.client_id,
    client_secret: credentials.client_secret,
    audience: audience.output,
  });
  const written = json.stringify({ object: grant.output });
  const headers = object.construct({ 'Content-Type': 'application/json' });
  const reply = http.rawRequest(
    { url: address.output, method: 'POST', headers: headers.output, query: {}, body: written.output },
    options,
  );
  returnErrorIf({
    a: reply.statusCode,
    operator: '!=',
    b: 200,
    message: reply.body,
    statusCode: reply.statusCode,
  });
  const answer = json.parse(
    { string: reply.body },
    { as: { output: field.record('Token', { access_token: field.text() }) } },
  );
  returnErrorIf({
    a: answer.output.access_token,
    operator: 'is empty',
    message: 'Auth0 answered without an access token.',
    statusCode: 502,
  });
  return answer.output.access_token;
}

/**
 * Ends the flow with the status and what the service said, where Raw Request does not do so itself: both ways in which
 * the choice `raw-request-on-error` can go then end alike (D19).
 */
export function raiseOnError(reply: { statusCode: Ref<number>; body: Ref<string> }): void {
  returnErrorIf({
    a: reply.statusCode,
    operator: '>=',
    b: 400,
    message: reply.body,
    statusCode: reply.statusCode,
  });
}

/** Ends the flow with an error that a block has received, unless it is the one status that is tolerated there. */
export function raiseUnless(status: number, error: { message: Ref<string>; statusCode: Ref<number> }): void {
  returnErrorIf({
    a: error.statusCode,
    operator: '!=',
    b: status,
    message: error.message,
    statusCode: error.statusCode,
  });
}
