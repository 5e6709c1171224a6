/** List > Sample: some items, by chance. */

import { card } from '../card';
import { field } from '../field';

export const sample = card('list:sample', {
  title: 'Sample',
  category: 'List',
  summary: 'Draws a number of items from a list at random, none of them twice.',
  established: 'inferred',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false },
    outputs: { extensible: false, rules: { samples: { types: ['*'], collection: '*' } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    amount: field.number(undefined, { required: true }),
  },
  outputs: { samples: field.anyList(undefined, { types: '*' }) },
  examples: [
    {
      inputs: { list: ['a', 'b', 'c'], amount: 2 },
      output: ['c', 'b'],
      given: { random: [0.9, 0.1] },
      source: 'exports',
    },
    { inputs: { list: ['a'], amount: 5 }, output: ['a'], given: { random: [0] }, source: 'assumed' },
  ],
  run({ list, amount }, context) {
    const items = [...list];
    const count = Math.min(Math.max(0, Math.floor(amount ?? 0)), items.length);
    // The beginning of a shuffle: each draw is one of those not drawn yet.
    for (let place = 0; place < count; place++) {
      const drawn = place + Math.floor(context.random() * (items.length - place));
      [items[place], items[drawn]] = [items[drawn] ?? null, items[place] ?? null];
    }
    return { samples: items.slice(0, count) };
  },
});
