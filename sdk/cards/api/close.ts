/** API Connector > Close: answers the caller of an API Endpoint early, and lets the flow go on. */

import { card } from '../card';
import { checkAnswerStatus } from '../control/return-raw';
import { field } from '../field';

export const close = card('httpfunctions@1.0.24:close', {
  title: 'Close',
  category: 'API Connector',
  summary: 'Answers the caller of the flow with a status, headers and an object, and goes on.',
  established: 'inferred',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: { Response: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
    outputs: { extensible: false, rules: {}, groupRules: {} },
  },
  inputs: {
    statusCode: field.number('Status Code', { group: 'Response', default: 200 }),
    headers: field.object('Headers', { group: 'Response' }),
    body: field.object('Body', { group: 'Response' }),
  },
  outputs: {},
  examples: [
    { inputs: { statusCode: 200, body: { ok: true } }, outputs: {}, source: 'exports' },
    { inputs: { statusCode: 301 }, error: 'Status code 301', source: 'assumed' },
  ],
  run({ statusCode, headers, body }, context) {
    const status = statusCode ?? 200;
    checkAnswerStatus(status);
    context.answer?.({ statusCode: status, headers, body });
    return {};
  },
});
