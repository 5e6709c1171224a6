/** List > Merge: lists of objects, merged item by item. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { addFields } from '../object/merge';
import { furtherLists } from './union';

const inputs = { list1: [{ id: 1 }, { id: 2 }], list2: [{ name: 'a' }] };

export const merge = card('list:merge', {
  title: 'Merge',
  category: 'List',
  summary: 'Merges the objects that stand at the same position of several lists.',
  established: 'assumed',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: { '*': { types: ['object'], collection: true } } },
    outputs: { extensible: false },
  },
  inputs: {
    list1: field.list(undefined, { required: true }),
    list2: field.list(undefined, { required: true }),
  },
  more: field.list(),
  outputs: { output: field.list() },
  examples: [
    { inputs, output: [{ id: 1, name: 'a' }, { id: 2 }], source: 'assumed' },
    {
      inputs,
      output: [{ id: 1 }, { id: 2 }, { name: 'a' }],
      given: { assume: { 'list-merge': 'one after the other' } },
      source: 'assumed',
    },
  ],
  run({ list1, list2 }, context, more) {
    const lists = [list1, list2, ...furtherLists(more)];
    if (context.assume('list-merge') === 'one after the other') return { output: lists.flat(1) };
    const output: JsonObject[] = [];
    for (const list of lists) {
      for (const [index, item] of list.entries()) {
        const merged = output[index] ?? {};
        output[index] = merged;
        addFields(merged, item);
      }
    }
    return { output };
  },
});
