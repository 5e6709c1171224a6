/** List > Sort: the smallest first. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { valueToCompare } from './remove-duplicates';

const legal = { departmentName: 'Legal', location: 'Boson', employees: 10 };
const marketing = { departmentName: 'Marketing', location: 'San Francisco', employees: 30 };
const support = { departmentName: 'Customer Support', location: 'Chicago', employees: 40 };
const sales = { departmentName: 'Sales', location: 'New York', employees: 50 };
const engineering = { departmentName: 'Engineering', location: 'Austin', employees: 100 };

export const sort = card('list:sortBy', {
  title: 'Sort',
  category: 'List',
  summary: 'Sorts a list by the value at a path, or by the items themselves, the smallest first.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
    outputs: { extensible: false, rules: { 'sorted list': { types: ['*'], collection: true } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    path: field.text(undefined, { default: null }),
  },
  outputs: { sortedList: field.anyList(undefined, { key: 'sorted list', default: null, types: '*' }) },
  examples: [
    {
      inputs: { list: [sales, marketing, engineering, support, legal], path: 'employees' },
      output: [legal, marketing, support, sales, engineering],
      source: 'maxkatz.net/2025/07/21/custom-list-sort-in-okta-workflows',
    },
    {
      inputs: { list: ['9', '80'], path: '' },
      output: ['80', '9'],
      source: 'function-reference/list/list_sortby',
    },
    { inputs: { list: [9, null, 80], path: '' }, output: [9, 80, null], source: 'assumed' },
  ],
  run: ({ list, path }) => ({
    sortedList: list
      .map((item) => ({ item, value: valueToCompare(item, path) }))
      .sort((a, b) => inOrder(a.value, b.value))
      .map(({ item }) => item),
  }),
});

/** Numbers by value, then texts by letter, then false and true; whatever has no order stays in place, at the end. */
function inOrder(a: Json, b: Json): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a === true) - Number(b === true);
}

function rank(value: Json): number {
  switch (typeof value) {
    case 'number':
      return 0;
    case 'string':
      return 1;
    case 'boolean':
      return 2;
    default:
      return 3;
  }
}
