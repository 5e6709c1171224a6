/** List > Union (Combine Unique): every value of several lists once. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { anyLists } from '../rules';
import { identity } from '../same';

export const union = card('list:union', {
  title: 'Union (Combine Unique)',
  category: 'List',
  summary: 'Makes one list of all the values of several lists, each once, in the order they first come.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: anyLists },
    outputs: { extensible: false, rules: { union: { types: ['*'], collection: true } } },
  },
  inputs: {
    list1: field.anyList('List 1', { types: '*' }),
    list2: field.anyList('List 2', { types: '*' }),
  },
  more: field.anyList(),
  outputs: { union: field.anyList(undefined, { types: '*' }) },
  examples: [
    { inputs: { list1: ['a', 'b', 'a'], list2: ['b', 'c'] }, output: ['a', 'b', 'c'], source: 'exports' },
    {
      inputs: { list1: [{ id: 1, name: 'x' }], list2: [{ name: 'x', id: 1 }] },
      output: [{ id: 1, name: 'x' }],
      source: 'exports',
    },
  ],
  run: ({ list1, list2 }, _context, more) => ({ union: unique([list1, list2, ...furtherLists(more)]) }),
});

/** The values of some lists, each once, in the order they first come. */
export function unique(lists: readonly Json[][]): Json[] {
  const found = new Map<string, Json>();
  for (const list of lists) {
    for (const item of list) {
      const key = identity(item);
      if (!found.has(key)) found.set(key, item);
    }
  }
  return [...found.values()];
}

/** The lists an author added to a card that takes any number of them. */
export function furtherLists(more: Readonly<Record<string, Json>>): Json[][] {
  return Object.values(more).map((value) => (Array.isArray(value) ? value : value === null ? [] : [value]));
}
