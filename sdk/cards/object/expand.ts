/** The hidden card behind a part of an object that was dragged from one card to another. */

import { card } from '../card';
import { field } from '../field';

export const expand = card('object:expand', {
  title: 'Expand',
  category: 'Object',
  summary: 'Picks the parts of an object that other cards take; the designer adds it unseen.',
  established: 'inferred',
  header: { displayed: false, timeout: 30_000 },
  ports: {
    inputs: { extensible: false },
    outputs: {
      extensible: true,
      groupRules: {
        '*': {
          type: 'object',
          reserved: { key: { types: ['string'], collection: '*' }, value: { types: ['*'], collection: '*' } },
          extensible: false,
        },
      },
    },
  },
  inputs: { object: field.object(undefined, { required: true }) },
  outputs: {},
  moreOutputs: field.any(),
  examples: [{ inputs: { object: { a: 1 } }, outputs: {}, source: 'exports' }],
  // The view folds it into the path of each value that passes through it, so nothing is left to do.
  run: () => ({}),
});
