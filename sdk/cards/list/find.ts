/** List > Find: the first item that meets a condition. */

import { card } from '../card';
import { compare } from '../comparison';
import { field } from '../field';
import { strictOperators } from './filter';
import { valueToCompare } from './remove-duplicates';

export const find = card('list:findBy', {
  title: 'Find',
  category: 'List',
  summary:
    'Gives the first item whose value at a path, or which itself, meets a condition, and its position.',
  header: { timeout: 300_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
    outputs: { extensible: false },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    operator: field.choice(undefined, strictOperators, { required: true, default: '==' }),
    path: field.text(undefined, { default: null }),
    comparison: field.any(undefined, {
      required: true,
      types: ['text', 'number', 'date', 'flag', 'object', 'file'],
    }),
  },
  outputs: {
    item: field.any(undefined, { default: null, types: '*' }),
    index: field.number(undefined, { default: null }),
  },
  examples: [
    {
      inputs: { list: [{ id: 1 }, { id: 2 }], operator: '==', path: 'id', comparison: 2 },
      outputs: { item: { id: 2 }, index: 1 },
      source: 'function-reference/list/list_findby',
    },
    {
      inputs: { list: ['a'], operator: '==', path: '', comparison: 'b' },
      outputs: { item: null, index: -1 },
      source: 'function-reference/list/list_findby',
    },
  ],
  run({ list, operator, path, comparison }) {
    const index = list.findIndex((item) => compare(valueToCompare(item, path), operator, comparison));
    return { item: list[index] ?? null, index };
  },
});
