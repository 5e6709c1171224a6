/** API Connector > Raw Request: any request, its answer as text. */

import { card } from '../card';
import { field } from '../field';
import { failed, httpError } from '../http/reply';
import { answer, exchange, header, headers, ports, query, url } from './request';

export const rawRequest = card('httpfunctions@1.0.24:raw', {
  title: 'Raw Request',
  category: 'API Connector',
  summary: 'Sends a request as given and hands on the answer, its body as text.',
  header,
  ports,
  inputs: {
    url,
    method: field.choice(undefined, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], {
      group: 'Request',
      key: 'Method',
      default: 'POST',
      metadata: { type: 'list' },
    }),
    query,
    headers,
    body: field.text(undefined, { group: 'Request', key: 'Body' }),
  },
  outputs: { ...answer, body: field.text(undefined, { group: 'Response', key: 'Body' }) },
  examples: [
    {
      inputs: { url: 'https://api.example.com/things', method: 'GET' },
      outputs: { statusCode: 200, headers: {}, body: '<things/>' },
      given: { replies: [{ status: 200, body: '<things/>' }] },
      source: 'function-reference/http/http_raw',
    },
    {
      inputs: { url: 'https://api.example.com/things', method: 'GET' },
      outputs: { statusCode: 503, headers: {}, body: '' },
      given: { replies: [{ status: 503, body: '' }], assume: { 'raw-request-on-error': 'returns' } },
      source: 'assumed',
    },
  ],
  async run({ body, ...inputs }, context) {
    const reply = await exchange(context, { ...inputs, ...(body === '' ? {} : { body }) });
    if (failed(reply) && context.assume('raw-request-on-error') === 'raises') throw httpError(reply);
    return { statusCode: reply.status, headers: { ...reply.headers }, body: reply.body };
  },
});
