/** Object > Move: a value at another place. */

import { card } from '../card';
import { field } from '../field';
import { valueAt, withoutValueAt, withValueAt } from '../path';

export const move = card('object:move', {
  title: 'Move',
  category: 'Object',
  summary:
    'Gives a copy of an object with the value at one path moved to another; unchanged where there is none.',
  established: 'assumed',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {
    object: field.object(undefined, { required: true }),
    source: field.text(undefined, { required: true }),
    destination: field.text(undefined, { required: true }),
  },
  outputs: { output: field.object() },
  examples: [
    {
      inputs: { object: { a: { b: 1 }, c: 2 }, source: 'a.b', destination: 'd' },
      output: { a: {}, c: 2, d: 1 },
      source: 'assumed',
    },
    { inputs: { object: { a: 1 }, source: 'x', destination: 'y' }, output: { a: 1 }, source: 'assumed' },
  ],
  run({ object, source, destination }) {
    const value = valueAt(object, source);
    if (value === undefined) return { output: object };
    return { output: withValueAt(withoutValueAt(object, source), destination, value) };
  },
});
