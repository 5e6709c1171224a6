/** List > Flatten: no list within a list. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';

export const flatten = card('list:flatten', {
  title: 'Flatten',
  category: 'List',
  summary: 'Replaces every list within a list, however deep, by its items.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { lists: { types: ['*'], collection: true } } },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: { lists: field.anyList(undefined, { required: true, types: '*' }) },
  outputs: { list: field.anyList(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: {
        lists: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      },
      output: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      source: 'function-reference/list/list_flatten',
    },
    {
      inputs: { lists: ['one', ['two', ['three', 'four'], 'five'], 'six'] },
      output: ['one', 'two', 'three', 'four', 'five', 'six'],
      source: 'function-reference/list/list_flatten',
    },
  ],
  // Without recursion, so that no depth can exhaust the stack.
  run({ lists }) {
    const list: Json[] = [];
    const open: { items: Json[]; next: number }[] = [{ items: lists, next: 0 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.next === top.items.length) {
        open.pop();
        continue;
      }
      const item = top.items[top.next++] ?? null;
      if (Array.isArray(item)) open.push({ items: item, next: 0 });
      else list.push(item);
    }
    return { list };
  },
});
