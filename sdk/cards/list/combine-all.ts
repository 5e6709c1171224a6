/** List > Combine All: several lists as one. */

import { card } from '../card';
import { field } from '../field';
import { anyLists } from '../rules';
import { furtherLists } from './union';

export const combineAll = card('list:concat', {
  title: 'Combine All',
  category: 'List',
  summary: 'Puts several lists one behind the other; nothing is left out.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: true, rules: anyLists }, outputs: { extensible: false } },
  inputs: {
    list1: field.anyList('List 1', { required: true, types: '*' }),
    list2: field.anyList('List 2', { required: true, types: '*' }),
  },
  more: field.anyList(),
  outputs: { output: field.anyList(undefined, { types: '*' }) },
  examples: [
    {
      inputs: { list1: ['Alan', 'Bob', 'Charles'], list2: ['Alicia', 'Brittany', 'Catherine'] },
      output: ['Alan', 'Bob', 'Charles', 'Alicia', 'Brittany', 'Catherine'],
      source: 'function-reference/list/list_concat',
    },
  ],
  run: ({ list1, list2 }, _context, more) => ({ output: [list1, list2, ...furtherLists(more)].flat(1) }),
});
