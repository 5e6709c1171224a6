/** API Connector > Delete. */

import { card } from '../card';
import { isEmpty } from '../comparison';
import { answer, body, header, headers, ports, query, send, url } from './request';

export const deleteRequest = card('httpfunctions@1.0.13:delete', {
  title: 'Delete',
  category: 'API Connector',
  summary: 'Sends a DELETE request to a URL and gives the answer, its body read as JSON.',
  established: 'inferred',
  header,
  ports,
  inputs: { url, query, headers, body },
  outputs: answer,
  examples: [
    {
      inputs: { url: 'https://api.example.com/things/1' },
      outputs: { statusCode: 204, headers: {}, body: {} },
      given: { replies: [{ status: 204, body: '' }] },
      source: 'exports',
    },
  ],
  // An empty object is what the designer puts in, not something to send.
  run: ({ body: given, ...inputs }, context) =>
    send(context, { method: 'DELETE', ...inputs, ...(isEmpty(given) ? {} : { body: given }) }),
});
