/** Object > Set: an object with one value changed. */

import { card } from '../card';
import { field } from '../field';
import { pathField, withValueAt } from '../path';

export const set = card('object:set', {
  title: 'Set',
  category: 'Object',
  summary: 'Gives a copy of an object with a value set at a path, which is made when it is missing.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { path: { types: ['string'], collection: '*' }, value: { types: ['*'], collection: '*' } },
    },
    outputs: { extensible: false },
  },
  inputs: {
    object: field.object(undefined, { required: true }),
    path: pathField,
    value: field.any(undefined, { required: true, types: '*' }),
  },
  outputs: { output: field.object(undefined, { default: null }) },
  examples: [
    { inputs: { object: { a: 1 }, path: 'b', value: 2 }, output: { a: 1, b: 2 }, source: 'exports' },
    {
      inputs: { object: { a: { b: 1 } }, path: 'a.c', value: 'x' },
      output: { a: { b: 1, c: 'x' } },
      source: 'exports',
    },
    { inputs: { object: {}, path: ['a.b'], value: true }, output: { 'a.b': true }, source: 'assumed' },
  ],
  run: ({ object, path, value }) => ({ output: withValueAt(object, path, value) }),
});
