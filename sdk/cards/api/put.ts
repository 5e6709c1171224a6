/** API Connector > Put. */

import { card } from '../card';
import { answer, body, header, headers, ports, query, send, url } from './request';

export const put = card('httpfunctions@1.0.24:put', {
  title: 'Put',
  category: 'API Connector',
  summary: 'Sends a PUT request to a URL, an object as JSON or a text as it is, and gives the answer.',
  established: 'inferred',
  header,
  ports,
  inputs: { url, query, headers, body },
  outputs: answer,
  examples: [
    {
      inputs: { url: 'https://api.example.com/things', body: { name: 'a' } },
      outputs: { statusCode: 201, headers: {}, body: { id: 1 } },
      given: { replies: [{ status: 201, body: '{"id":1}' }] },
      source: 'exports',
    },
    {
      inputs: { url: 'https://api.example.com/things', body: 'x' },
      error: 'No such thing.',
      given: { replies: [{ status: 400, body: '{"message":"No such thing."}' }] },
      source: 'function-reference/functions',
    },
  ],
  run: (inputs, context) => send(context, { method: 'PUT', ...inputs }),
});
