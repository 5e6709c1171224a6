/** List > Get First Item: the first item, and the rest. */

import { card } from '../card';
import { field } from '../field';

export const getFirstItem = card('list:shift', {
  title: 'Get First Item',
  category: 'List',
  summary: 'Gives the first item of a list, and the list without it.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
    outputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true }, item: { types: ['*'], collection: '*' } },
    },
  },
  inputs: { list: field.anyList(undefined, { required: true, types: '*' }) },
  outputs: {
    list: field.anyList(undefined, { default: null, types: '*' }),
    item: field.any(undefined, { default: null, types: '*' }),
  },
  examples: [
    {
      inputs: { list: ['a', 'b'] },
      outputs: { item: 'a', list: ['b'] },
      source: 'function-reference/list/list_shift',
    },
    { inputs: { list: [] }, outputs: { item: null, list: [] }, source: 'assumed' },
  ],
  run: ({ list }) => ({ item: list[0] ?? null, list: list.slice(1) }),
});
