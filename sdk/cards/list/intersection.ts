/** List > Intersection: what all lists have. */

import { card } from '../card';
import { field } from '../field';
import { anyLists } from '../rules';
import { identity } from '../same';
import { furtherLists, unique } from './union';

export const intersection = card('list:intersection', {
  title: 'Intersection',
  category: 'List',
  summary: 'Gives the values that every list has, each once, in the order of the first list.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: anyLists },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: {
    list1: field.anyList(undefined, { required: true, types: '*' }),
    list2: field.anyList(undefined, { required: true, types: '*' }),
  },
  more: field.anyList(),
  outputs: { list: field.anyList(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: { list1: ['a', 'b', 'c', 'a'], list2: ['c', 'a'], other: ['a', 'x'] },
      output: ['a'],
      source: 'function-reference/list/list_intersection',
    },
  ],
  run({ list1, list2 }, _context, more) {
    const others = [list2, ...furtherLists(more)].map((list) => new Set(list.map(identity)));
    return {
      list: unique([list1]).filter((item) => {
        const key = identity(item);
        return others.every((other) => other.has(key));
      }),
    };
  },
});
