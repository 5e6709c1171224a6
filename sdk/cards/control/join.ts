/** Join: where the two branches of If/Else meet again. */

import { card } from '../card';
import { field } from '../field';
import { anything } from '../rules';

export const join = card('control:join', {
  title: 'Join',
  category: 'Branching',
  summary: 'Ends If/Else and passes on the values of the branch that ran.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: anything },
    outputs: { extensible: true, rules: anything },
  },
  inputs: {},
  outputs: {},
  more: field.any(),
  moreOutputs: field.any(),
  examples: [{ inputs: {}, outputs: {}, source: 'exports' }],
  // The view folds a Join into its If/Else, so nothing is left to do.
  run: () => ({}),
});
