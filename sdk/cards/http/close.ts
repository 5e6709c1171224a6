/** HTTP > Close: answers the caller of an API Endpoint early, and lets the flow go on. */

import { card } from '../card';
import { checkAnswerStatus } from '../control/return-raw';
import { CardError } from '../error';
import { field } from '../field';
import { anything } from '../rules';

export const close = card('http:close', {
  title: 'Close',
  category: 'HTTP',
  summary: 'Answers the caller of the flow with a status, headers and a body, and goes on.',
  established: 'assumed',
  header: { timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: anything,
      groupRules: {
        headers: { type: 'object', reserved: { 'Content-Type': 'string' }, extensible: true },
        body: { type: ['*'], reserved: {}, extensible: true },
      },
    },
    outputs: { extensible: false },
  },
  inputs: {
    statusCode: field.any(undefined, { required: true, types: ['text', 'number'] }),
    headers: field.many('headers', field.any()),
    body: field.many('body', field.any()),
  },
  outputs: {},
  examples: [
    { inputs: { statusCode: '200', body: { ok: true } }, outputs: {}, source: 'assumed' },
    { inputs: { statusCode: 'gone' }, error: 'Status code "gone"', source: 'assumed' },
  ],
  run({ statusCode, headers, body }, context) {
    const status = Number(statusCode ?? 200);
    if (!Number.isInteger(status)) throw new CardError(`Status code "${statusCode}" is not a number.`);
    checkAnswerStatus(status);
    context.answer?.({ statusCode: status, headers, body });
    return {};
  },
});
