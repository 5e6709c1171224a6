/** Error Handling > Return Error If: ends the flow with an error when a condition holds. */

import { card } from '../card';
import { compare, condition, operators } from '../comparison';
import { CardError } from '../error';
import { field } from '../field';
import { compared } from '../rules';

export const returnErrorIf = card('control:throwIf', {
  title: 'Return Error If',
  category: 'Error Handling',
  summary: 'Ends the flow with an error when a condition holds, and goes on otherwise.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: true,
      rules: {
        'left-operand': { types: compared },
        operator: { types: ['string'] },
        'right-operand': { types: compared },
        '*': { types: ['*'], collection: '*' },
      },
    },
    outputs: { extensible: false },
  },
  inputs: {
    ...condition,
    operator: field.choice('comparison', operators, { default: '==' }),
    message: field.text(undefined, { types: '*' }),
    statusCode: field.number(undefined, { default: 400 }),
  },
  outputs: {},
  more: field.any(),
  examples: [
    {
      inputs: { a: '', operator: 'is empty', b: '', message: 'No id was given.', statusCode: 400 },
      error: 'No id was given.',
      source: 'function-reference/error-handling/errorhandling_throwif',
    },
    {
      inputs: { a: 'x', operator: 'is empty', b: '', message: 'No id was given.', statusCode: 400 },
      outputs: {},
      source: 'function-reference/error-handling/errorhandling_throwif',
    },
  ],
  run({ a, operator, b, message, statusCode }, _context, more) {
    if (!compare(a, operator, b)) return {};
    throw new CardError(message, { statusCode, kind: 'Returned Error', custom: more });
  },
});
