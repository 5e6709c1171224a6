/** List > Filter: the items that meet a condition. */

import { card } from '../card';
import { compare, operators } from '../comparison';
import { field } from '../field';
import { valueToCompare } from './remove-duplicates';

/** The operators of Filter and Find: the common ones, and two that mind the type. */
export const strictOperators = [
  ...operators.slice(0, 11),
  { value: '===', label: 'equal and the same type' },
  { value: '!==', label: 'not equal or not the same type' },
] as const;

export const filter = card('list:filterBy', {
  title: 'Filter',
  category: 'List',
  summary: 'Keeps the items whose value at a path, or which themselves, meet a condition.',
  header: { timeout: 300_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {
        list: { types: ['*'], collection: true },
        comparison: { types: ['string', 'number', 'Date', 'boolean', 'object', 'file'], collection: '*' },
      },
    },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    operator: field.choice(undefined, [...strictOperators, ...operators.slice(11)], {
      required: true,
      default: '==',
    }),
    path: field.text(undefined, { default: null }),
    comparison: field.any(undefined, {
      default: '',
      types: ['text', 'number', 'date', 'flag', 'object', 'file'],
    }),
  },
  outputs: { list: field.anyList(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: { list: [{ age: 30 }, { age: '41' }], operator: '>', path: 'age', comparison: 40 },
      output: [{ age: '41' }],
      source: 'function-reference/list/list_filterby',
    },
    {
      inputs: { list: ['', 'a', null], operator: 'is not empty', path: '', comparison: '' },
      output: ['a'],
      source: 'exports',
    },
    {
      // The item's value stands first: it must be part of the text.
      inputs: {
        list: [{ status: 'READY' }, { status: 'OFF' }],
        operator: 'in',
        path: 'status',
        comparison: 'READY ACTIVE',
      },
      output: [{ status: 'READY' }],
      source: 'exports',
    },
  ],
  run: ({ list, operator, path, comparison }) => ({
    list: list.filter((item) => compare(valueToCompare(item, path), operator, comparison)),
  }),
});
