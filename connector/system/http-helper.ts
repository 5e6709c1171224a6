/** The connector's only way to Auth0: gets a token where none is handed in, and sends the request. */

import { assignIf, callFlow, connectorHelper, field, http, ifElse, json, object, text } from '../../sdk/dsl';
import { auth } from '../auth';
import { raiseOnError } from '../token';
import { getToken } from './get-token';

export const httpHelper = connectorHelper({
  auth,
  name: 'httpHelper',
  description:
    'Sends every request of the connector to Auth0, with a token of its own or the one it is given.',
  inputs: {
    relative_url: field.text(),
    request_method: field.text(),
    query: field.object(),
    headers: field.object(),
    body: field.object(),
    token: field.text(),
  },
  outputs: {
    status_code: field.number(),
    headers: field.object(),
    // Text: an answer may be a list, or empty, and neither is an object.
    body: field.text(),
    token: field.text(),
  },
  body({ connection, relative_url, request_method, query, headers, body, token }) {
    const { access } = ifElse(
      { a: token, operator: 'is not empty' },
      {
        then: () => ({ access: token }),
        else: () => ({ access: callFlow(getToken, { connection }).token }),
      },
      { note: 'A caller with several requests hands the token of the first one on.' },
    );
    const bearer = text.concatenate({ string1: 'Bearer ', string2: access });
    const own = object.construct({ Authorization: bearer.output, 'Content-Type': 'application/json' });
    const merged = object.merge({ start: own.output, sink: headers });
    const address = text.concatenate({ string1: 'https://', string2: connection.domain, path: relative_url });
    const written = json.stringify({ object: body });
    const payload = assignIf(
      { a: body, operator: 'is empty', valueIfTrue: '', valueIfFalse: written.output },
      { as: { output: field.text() }, note: 'A request without a body sends none.' },
    );
    const reply = http.rawRequest({
      url: address.output,
      method: request_method,
      headers: merged.output,
      query,
      body: payload.output,
    });
    // Where Raw Request does not raise an error of its own, this one keeps the status and what Auth0 said.
    raiseOnError(reply);
    return { status_code: reply.statusCode, headers: reply.headers, body: reply.body, token: access };
  },
});
