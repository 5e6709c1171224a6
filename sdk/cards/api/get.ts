/** API Connector > Get. */

import { card } from '../card';
import { answer, header, headers, ports, query, send, url } from './request';

export const get = card('httpfunctions@1.0.24:get', {
  title: 'Get',
  category: 'API Connector',
  summary: 'Sends a GET request to a URL and gives the answer, its body read as JSON.',
  established: 'inferred',
  header,
  ports,
  inputs: { url, query, headers },
  outputs: answer,
  examples: [
    {
      inputs: { url: 'https://api.example.com/things', query: { page: 2 } },
      outputs: { statusCode: 200, headers: {}, body: { things: [] } },
      given: { replies: [{ status: 200, body: '{"things":[]}' }] },
      source: 'exports',
    },
    {
      inputs: { url: 'https://api.example.com/things' },
      error: 'Unauthorized',
      given: { replies: [{ status: 401, body: '' }] },
      source: 'function-reference/functions',
    },
  ],
  run: (inputs, context) => send(context, { method: 'GET', ...inputs }),
});
