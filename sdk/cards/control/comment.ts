/** Flow Control > Comment: a note between cards. */

import { card } from '../card';

export const comment = card('control:comment', {
  title: 'Comment',
  category: 'Flow Control',
  summary: 'Holds a note for readers of the flow.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {},
  outputs: {},
  examples: [{ inputs: {}, outputs: {}, source: 'exports' }],
  run: () => ({}),
});
