/** Flow Control > Assign: names values anew. */

import { card } from '../card';
import { field } from '../field';
import { anything } from '../rules';

export const assign = card('control:let', {
  title: 'Assign',
  category: 'Flow Control',
  summary: 'Gives each of its inputs out again under the same name; used to name, fix or retype values.',
  established: 'inferred',
  header: { mirrored: true, timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: anything },
    outputs: { extensible: false, rules: anything },
  },
  inputs: {},
  outputs: {},
  more: field.any(),
  moreOutputs: field.any(),
  examples: [{ inputs: { name: 'Ada', size: 3 }, outputs: { name: 'Ada', size: 3 }, source: 'exports' }],
  run: (_inputs, _context, more) => ({ ...more }),
});
