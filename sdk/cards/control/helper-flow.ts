/** Helper Flow: the trigger of a flow that other flows call; also the first card of every inner block. */

import { card } from '../card';
import { field } from '../field';
import { anything } from '../rules';

/** What the platform tells a flow about its own run. */
const context = {
  index: field.number('Index', { group: 'context', default: null }),
  parent: field.record(
    'Caller',
    { id: field.text(), method: field.text(), name: field.text(), execution_id: field.text() },
    { group: 'context', default: null },
  ),
  error: field.record(
    'Error',
    { message: field.text(), method: field.text(), flo: field.number(), execution: field.text() },
    { group: 'context', default: null },
  ),
  execution_id: field.text('Execution ID', { group: 'context', default: null }),
};

/** What it is instead in a flow that a schedule starts. */
export const scheduledContext = {
  execution_time: field.text('Current Time ', { group: 'context', default: null }),
  execution_id: context.execution_id,
};

export const helperFlow = card('control:callable', {
  title: 'Helper Flow',
  category: 'Triggers',
  summary: 'Starts a flow when another flow calls it, with the inputs the caller passes.',
  header: { mirrored: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: true,
      rules: anything,
      groupRules: {
        body: { type: 'object', reserved: {}, extensible: true },
        headers: { type: 'object', reserved: { 'Content-Type': 'string' }, extensible: true },
        query: { type: 'object', reserved: {}, extensible: true },
      },
    },
    outputs: { extensible: true, rules: anything, groupRules: { context: { extensible: false } } },
  },
  inputs: context,
  outputs: context,
  more: field.any(),
  moreOutputs: field.any(),
  examples: [{ inputs: { name: 'Ada' }, outputs: {}, source: 'exports' }],
  // The org that runs the flow fills a trigger's outputs.
  run: () => ({}),
});
