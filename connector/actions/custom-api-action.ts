/** Custom API Action: any request to the Management API, with the connection's token. */

import { action, as, callFlow, field, group, returnErrorIf, text } from '../../sdk/dsl';
import { auth } from '../auth';
import { httpHelper } from '../system/http-helper';

export const customApiAction = action({
  auth,
  name: 'Custom API Action',
  description: 'Make an authenticated HTTP request to the Auth0 Management API.',
  options: {
    requestType: field.choice('Request Type', ['GET', 'PATCH', 'POST', 'PUT', 'DELETE'], { required: true }),
  },
  inputs: {
    request: group('Request', {
      relativeUrl: field.text('Relative URL', { required: true, help: 'Starts with a slash: /api/v2/users' }),
      query: field.object('Query'),
      headers: field.object('Headers'),
      body: field.object('Body'),
    }),
  },
  outputs: {
    response: group('Response', {
      statusCode: field.number('Status Code'),
      headers: field.object('Headers'),
      body: field.object('Body'),
    }),
  },
  scopes: [],
  help: {
    limits: [
      'The scopes needed are those of the endpoint; grant them to the M2M application.',
      'Values in the relative URL must be URL-encoded by the flow; those in Query are encoded for you.',
      'An answer of 400 or more ends the card with an error.',
    ],
  },
  sample: {
    options: { requestType: 'GET' },
    inputs: { request: { relativeUrl: '/api/v2/users/auth0%7C64f0', query: { fields: 'user_id' } } },
    outputs: { response: { statusCode: 200, headers: {}, body: { user_id: 'auth0|64f0' } } },
  },
  body({ connection, options, inputs }) {
    const { relativeUrl, query, headers, body } = inputs.request;
    const first = text.at({ string: relativeUrl, index: 0 });
    returnErrorIf(
      {
        a: first.output,
        operator: '!=',
        b: '/',
        message: 'Relative URL must start with a slash, such as /api/v2/users.',
        statusCode: 400,
      },
      { note: 'Anything else could send the token to another host.' },
    );
    const reply = callFlow(httpHelper, {
      connection,
      relative_url: relativeUrl,
      request_method: options.requestType,
      query,
      headers,
      body,
    });
    return {
      response: { statusCode: reply.status_code, headers: reply.headers, body: as.object(reply.body) },
    };
  },
});
