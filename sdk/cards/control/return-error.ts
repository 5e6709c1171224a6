/** Error Handling > Return Error: ends the flow with an error. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const returnError = card('control:throw', {
  title: 'Return Error',
  category: 'Error Handling',
  summary: 'Ends the flow with an error of a given status and message, and any further fields.',
  header: { mirrored: true, timeout: 10_000 },
  ports: {
    inputs: {
      extensible: true,
      rules: {
        statusCode: { types: ['number'] },
        message: { types: ['string'] },
        '*': { types: ['*'], collection: '*' },
      },
    },
    outputs: { extensible: true },
  },
  inputs: {
    statusCode: field.number(undefined, { required: true, default: 500 }),
    message: field.text(undefined, { required: true }),
  },
  outputs: {
    statusCode: field.number(undefined, { default: 500 }),
    message: field.text(),
  },
  more: field.any(),
  examples: [
    {
      inputs: { statusCode: 404, message: 'No such user.', user: 'ada@example.com' },
      error: 'No such user.',
      source: 'function-reference/error-handling/errorhandling_throw',
    },
  ],
  run({ statusCode, message }, _context, more) {
    throw new CardError(message, { statusCode, kind: 'Returned Error', custom: more });
  },
});
