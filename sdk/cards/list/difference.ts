/** List > Difference: what one list has and others have not. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { anyLists } from '../rules';
import { identity } from '../same';
import { furtherLists, unique } from './union';

export const difference = card('list:difference', {
  title: 'Difference',
  category: 'List',
  summary:
    'Gives the values of the first list that no other list has, each once; capital and small letters count as the same.',
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
      inputs: {
        list1: ['andrew', 'beth', 'carla', 'david', 'elwood'],
        list2: ['beth', 'david', 'frank', 'gina'],
      },
      output: ['andrew', 'carla', 'elwood'],
      source: 'function-reference/list/list_difference',
    },
    {
      inputs: { list1: ['Beth', 'Carla'], list2: ['beth'] },
      output: ['Carla'],
      source: 'function-reference/list/list_difference',
    },
    // Real flows take an empty second list to make values unique.
    { inputs: { list1: ['a', 'b', 'a'], list2: [] }, output: ['a', 'b'], source: 'exports' },
  ],
  run({ list1, list2 }, _context, more) {
    const others = new Set<string>();
    for (const list of [list2, ...furtherLists(more)]) for (const item of list) others.add(caseless(item));
    return { list: unique([list1]).filter((item) => !others.has(caseless(item))) };
  },
});

function caseless(value: Json): string {
  return identity(typeof value === 'string' ? value.toLowerCase() : value);
}
