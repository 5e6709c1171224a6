/** Flow Control > Return Raw: ends the flow with a whole HTTP answer. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const returnRaw = card('control:returnRaw', {
  title: 'Return Raw',
  category: 'Flow Control',
  summary: 'Ends the flow and answers its caller with a status, headers and a text of its own.',
  header: { mirrored: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {
    statusCode: field.number(undefined, { required: true, default: 200 }),
    headers: field.object(undefined, { required: true, default: {} }),
    body: field.text(),
  },
  outputs: {
    statusCode: field.number(undefined, { default: 200 }),
    headers: field.object(),
    body: field.text(),
  },
  examples: [
    {
      inputs: { statusCode: 302, headers: {}, body: '' },
      error: 'Status code 302 is not allowed',
      source: 'function-reference/flow-control/flocontrol_returnraw',
    },
    {
      inputs: { statusCode: 200, headers: {}, body: '<ok/>' },
      outputs: { statusCode: 200, headers: {}, body: '<ok/>' },
      source: 'function-reference/flow-control/flocontrol_returnraw',
    },
  ],
  run({ statusCode, headers, body }, context) {
    checkAnswerStatus(statusCode);
    return context.leave('return', { statusCode, headers, body });
  },
});

/** Fails with a CardError where the platform refuses to answer a caller with this status. */
export function checkAnswerStatus(statusCode: number): void {
  if (statusCode === 200 || (statusCode >= 400 && statusCode <= 599)) return;
  throw new CardError(`Status code ${statusCode} is not allowed; use 200, or 400 to 599.`);
}
