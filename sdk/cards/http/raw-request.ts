/** HTTP > Raw Request: any request, its answer as text. */

import { card } from '../card';
import { field } from '../field';
import { rateLimits } from '../rate-limits';
import { failed, httpError } from './reply';

const certificate = { group: 'ssl', hidden: true, default: null } as const;

export const rawRequest = card('http:raw', {
  title: 'Raw Request',
  category: 'HTTP',
  summary: 'Sends an HTTP request as given and hands on the answer, its body as text.',
  header: { executable: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  policy: rateLimits,
  inputs: {
    url: field.text(undefined, { required: true }),
    method: field.choice(undefined, ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'], {
      required: true,
      default: 'POST',
    }),
    headers: field.object(undefined, { required: true, default: {} }),
    query: field.object(undefined, { required: true, default: {} }),
    body: field.text(),
    cert: field.text(undefined, certificate),
    key: field.text(undefined, { ...certificate, secret: true }),
    ca: field.text(undefined, certificate),
    passphrase: field.text(undefined, { ...certificate, secret: true }),
  },
  outputs: {
    statusCode: field.number(undefined, { default: null }),
    headers: field.object(),
    body: field.text(),
  },
  examples: [
    {
      inputs: { url: 'https://api.example.com/things', method: 'GET', headers: {}, query: {}, body: '' },
      outputs: { statusCode: 200, headers: { 'x-total': '1' }, body: '["a"]' },
      given: { replies: [{ status: 200, headers: { 'x-total': '1' }, body: '["a"]' }] },
      source: 'function-reference/http/http_raw',
    },
    {
      inputs: { url: 'https://api.example.com/things', method: 'GET', headers: {}, query: {}, body: '' },
      error: 'No such thing.',
      given: { replies: [{ status: 404, body: '{"message":"No such thing."}' }] },
      source: 'assumed',
    },
    {
      inputs: { url: 'https://api.example.com/things', method: 'GET', headers: {}, query: {}, body: '' },
      outputs: { statusCode: 404, headers: {}, body: '' },
      given: { replies: [{ status: 404, body: '' }], assume: { 'raw-request-on-error': 'returns' } },
      source: 'assumed',
    },
  ],
  async run({ url, method, headers, query, body }, context) {
    const reply = await context.http({ method, url, headers, query, ...(body === '' ? {} : { body }) });
    if (failed(reply) && context.assume('raw-request-on-error') === 'raises') throw httpError(reply);
    return { statusCode: reply.status, headers: { ...reply.headers }, body: reply.body };
  },
});
