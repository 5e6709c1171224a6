/** Okta > Custom API Action: any request to the org's API. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { parsedBody } from '../http/reply';
import { oktaRequest } from './request';

const methods = ['GET', 'GET(Streaming)', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const connection = { domain: 'example.okta.com', token: 't' };

export const customApiAction = card('okta@1.0.712:hTTPRequest', {
  title: 'Custom API Action',
  category: 'Okta',
  summary: "Sends a request to the API of the connection's own Okta org and gives the answer.",
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: { extensible: false, rules: {}, groupRules: { Request: { index: 0 } } },
    outputs: { extensible: false, rules: {}, groupRules: { Response: { index: 0 } } },
  },
  inputs: {
    requestType: field.choice(
      'Request Type',
      methods.map((value) => ({ label: value, value })),
      { group: 'parameters', option: true, default: 'GET' },
    ),
    relativeUrl: field.text(undefined, { group: 'Request', key: 'Relative URL', required: true }),
    query: field.any(undefined, { group: 'Request', key: 'Query', default: {}, types: ['text', 'object'] }),
    headers: field.object(undefined, { group: 'Request', key: 'Headers' }),
    body: field.any(undefined, {
      group: 'Request',
      key: 'Body',
      default: {},
      types: ['text', 'object'],
      when: { option: 'requestType', is: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    }),
  },
  outputs: {
    statusCode: field.number(undefined, { group: 'Response', key: 'Status Code' }),
    headers: field.object(undefined, { group: 'Response', key: 'Headers' }),
    body: field.any(undefined, { group: 'Response', key: 'Body', default: {}, types: ['object'] }),
  },
  dynamic: [
    {
      uuid: '9d3de7a0-3560-43d4-bfc1-a211866a4415',
      side: 'input',
      group: null,
      at: { groupIndex: 0 },
      method: 'getHttpInputs',
    },
    {
      uuid: '3ec4a98c-7e67-428c-bf38-559f8b23258a',
      side: 'output',
      group: null,
      at: { groupIndex: 0 },
      method: 'getHttpOutputs',
    },
  ],
  examples: [
    {
      inputs: { requestType: 'GET', relativeUrl: '/api/v1/org' },
      outputs: { statusCode: 200, headers: {}, body: { companyName: 'Example' } },
      given: { connection, replies: [{ status: 200, body: '{"companyName":"Example"}' }] },
      source: 'exports',
    },
    {
      inputs: { requestType: 'DELETE', relativeUrl: '/api/v1/users/00u1/sessions' },
      outputs: { statusCode: 204, headers: {}, body: {} },
      given: { connection, replies: [{ status: 204, body: '' }] },
      source: 'exports',
    },
    {
      inputs: { requestType: 'GET', relativeUrl: 'https://elsewhere.example.com' },
      error: 'must start with a slash',
      given: { connection },
      source: 'assumed',
    },
  ],
  async run({ requestType, relativeUrl, query, headers, body }, context) {
    if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(requestType)) {
      throw new CardError(
        `The request type is "${requestType}"; only GET, POST, PUT, PATCH and DELETE run here.`,
      );
    }
    const sent = requestType === 'GET' ? undefined : bodyText(body);
    const asked = typeof query === 'string' ? query.replace(/^\?/, '') : '';
    const reply = await oktaRequest(context, {
      method: requestType,
      path: asked === '' ? relativeUrl : `${relativeUrl}${relativeUrl.includes('?') ? '&' : '?'}${asked}`,
      ...(query !== null && typeof query === 'object' && !Array.isArray(query) ? { query } : {}),
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    });
    return {
      statusCode: reply.status,
      headers: { ...reply.headers },
      body: parsedBody(reply.body) ?? {},
    };
  },
});

/** What is sent: a text as it is, anything else as JSON; nothing for an empty body. */
function bodyText(body: Json): string | undefined {
  if (body === null || body === '') return undefined;
  if (typeof body === 'string') return body;
  if (typeof body === 'object' && Object.keys(body).length === 0 && !Array.isArray(body)) return undefined;
  return JSON.stringify(body);
}
