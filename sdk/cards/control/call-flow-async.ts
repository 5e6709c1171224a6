/** Flow Control > Call Flow Async: starts a helper flow and does not wait. */

import { card } from '../card';
import { field } from '../field';

export const callFlowAsync = card('control:run', {
  title: 'Call Flow Async',
  category: 'Flow Control',
  summary:
    'Starts a helper flow with the given inputs and goes on without waiting; its errors do not come back.',
  header: { timeout: 30_000 },
  ports: {
    inputs: { extensible: true, groupRules: { context: { extensible: true, reserved: {}, type: 'object' } } },
    outputs: { extensible: false },
  },
  inputs: { flow: field.flow('Helper Flow', { required: true, key: 'flo' }) },
  outputs: {},
  more: field.any(),
  examples: [
    {
      inputs: { flow: 'helper', name: 'Ada' },
      outputs: {},
      source: 'function-reference/flow-control/flocontrol_run',
    },
  ],
  run({ flow }, context, more) {
    context.startFlow(flow, { inputs: more });
    return {};
  },
});
