/** Flow Control > Call Flow: runs a helper flow and waits for what it returns. */

import { card } from '../card';
import { field } from '../field';

export const callFlow = card('control:spawn', {
  title: 'Call Flow',
  category: 'Flow Control',
  summary: 'Runs a helper flow with the given inputs and goes on with what it returns.',
  header: { async: true, timeout: 300_000 },
  ports: {
    inputs: { extensible: true, groupRules: { context: { extensible: true, reserved: {}, type: 'object' } } },
    outputs: { extensible: true, rules: { '*': { types: ['*'], collection: '*' } } },
  },
  inputs: {
    flow: field.flow('Helper Flow', { required: true, key: 'flo' }),
    /** The connection that helper flows of a connector hand on. */
    auth: field.many('auth', field.object()),
  },
  more: field.any(),
  outputs: {},
  moreOutputs: field.any(),
  examples: [
    {
      inputs: { flow: 'helper', name: 'Ada' },
      outputs: { greeting: 'Hello Ada' },
      given: { gives: { helper: { greeting: 'Hello Ada' } } },
      source: 'function-reference/flowcontrol',
    },
  ],
  run: ({ flow, auth }, context, more) => context.callFlow(flow, { inputs: more, groups: { auth } }),
});
