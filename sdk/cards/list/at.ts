/** List > At: one item by its position. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const at = card('list:at', {
  title: 'At',
  category: 'List',
  summary: 'Gives the item at a position of a list; the first has position 0.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
    outputs: { extensible: false, rules: { item: { types: ['*'], collection: '*' } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    index: field.number(undefined, { required: true, default: 0 }),
  },
  outputs: { item: field.any(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: { list: ['one', 'two', 'three', 'four'], index: 0 },
      output: 'one',
      source: 'function-reference/list/list_at',
    },
    { inputs: { list: [1, 2, 3, 4, 5], index: 2 }, output: 3, source: 'function-reference/list/list_at' },
    { inputs: { list: ['one'], index: 1 }, output: null, source: 'assumed' },
    {
      inputs: { list: ['one'], index: -1 },
      error: 'no item',
      given: { assume: { 'at-out-of-range': 'error' } },
      source: 'assumed',
    },
  ],
  run({ list, index }, context) {
    const item = list[index];
    if (item === undefined && context.assume('at-out-of-range') === 'error') {
      throw new CardError(`There is no item ${index} in a list of ${list.length}; positions start at 0.`);
    }
    return { item: item ?? null };
  },
});
