/** List > Remove Duplicates: the first item for every value of one field. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { valueAt } from '../path';
import { identity } from '../same';

const people = [
  { name: 'Nicole', value: 10 },
  { name: 'Sarah', value: 20 },
  { name: 'Emily', value: 10 },
];

export const removeDuplicates = card('list:uniqueBy', {
  title: 'Remove Duplicates',
  category: 'List',
  summary: 'Keeps the first item for every value at a path; for a list of plain values, each value once.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['object'], collection: true } } },
    outputs: { extensible: false, rules: { 'unique list': { types: ['object'], collection: true } } },
  },
  inputs: {
    // The designer offers objects only; real values may be plain all the same.
    list: field.anyList('List', { required: true, types: ['object'] }),
    path: field.text('Path', { required: true }),
  },
  outputs: { uniqueList: field.anyList(undefined, { key: 'unique list', types: ['object'] }) },
  examples: [
    {
      inputs: { list: [9, 80, 1, 9, 20, 1], path: '' },
      output: [9, 80, 1, 20],
      source: 'function-reference/list/list_uniqueby',
    },
    {
      inputs: { list: people, path: 'value' },
      output: people.slice(0, 2),
      source: 'function-reference/list/list_uniqueby',
    },
    {
      inputs: { list: people, path: 'name' },
      output: people,
      source: 'function-reference/list/list_uniqueby',
    },
  ],
  run({ list, path }) {
    const seen = new Set<string>();
    const uniqueList = list.filter((item) => {
      const key = identity(valueToCompare(item, path));
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return { uniqueList };
  },
});

/** What an item is judged by: the value at the path, or the item itself where it has no fields or the path is blank. */
export function valueToCompare(item: Json, path: string): Json {
  if (path === '' || item === null || typeof item !== 'object') return item;
  return valueAt(item, path) ?? null;
}
