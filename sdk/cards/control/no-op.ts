/** Noop: does nothing. The platform starts each branch of If/Else with one, and a flow without a trigger. */

import { card } from '../card';

export const noOp = card('control:noop', {
  title: 'Noop',
  category: 'Flow Control',
  summary: 'Does nothing; marks the start of a branch, or of a flow that nothing starts.',
  established: 'inferred',
  header: { displayed: false, timeout: 90_000 },
  ports: { inputs: { extensible: true }, outputs: { extensible: true } },
  inputs: {},
  outputs: {},
  examples: [{ inputs: {}, outputs: {}, source: 'exports' }],
  run: () => ({}),
});
