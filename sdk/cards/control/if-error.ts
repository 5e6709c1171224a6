/** Error Handling > If Error: tries one block, and runs another when it fails. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

const anything = { '*': { types: ['*'], collection: '*' } };

export const ifError = card('control:tryCatch', {
  title: 'If Error',
  category: 'Error Handling',
  summary: 'Runs the cards of its first block, and those of its second when one of the first fails.',
  header: { async: true, timeout: 300_000 },
  ports: {
    inputs: { extensible: true, groupRules: { context: { extensible: true, reserved: {}, type: 'object' } } },
    outputs: { extensible: true, rules: anything },
  },
  inputs: { flow: field.flow('Helper Flow', { required: true, key: 'flo' }) },
  outputs: {},
  moreOutputs: field.any(),
  blocks: {
    held: 'inline',
    place: (block) => (block === 'catch' ? 'error handler' : { group: null, key: 'flo' }),
  },
  examples: [
    {
      inputs: {},
      outputs: { message: 'fine' },
      given: { gives: { try: { message: 'fine' } } },
      source: 'function-reference/errorhandling',
    },
  ],
  async run(_inputs, context) {
    try {
      return await context.block('try');
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
      return await context.block('catch', context.describe(error));
    }
  },
});
