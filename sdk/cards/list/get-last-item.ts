/** List > Get Last Item: the last item, and the rest. */

import { card } from '../card';
import { field } from '../field';

export const getLastItem = card('list:pop', {
  title: 'Get Last Item',
  category: 'List',
  summary: 'Gives the last item of a list, and the list without it.',
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
      outputs: { item: 'b', list: ['a'] },
      source: 'function-reference/list/list_pop',
    },
    { inputs: { list: [] }, outputs: { item: null, list: [] }, source: 'assumed' },
  ],
  run: ({ list }) => ({ item: list.at(-1) ?? null, list: list.slice(0, -1) }),
});
