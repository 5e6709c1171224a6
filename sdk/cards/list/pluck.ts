/** List > Pluck: one part of every item. */

import { card } from '../card';
import { field } from '../field';
import { valueAt } from '../path';

export const pluck = card('list:pluck', {
  title: 'Pluck',
  category: 'List',
  summary: 'Makes a list of the values that each item of a list has at one path; null where it has none.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { list: { types: ['object'], collection: true } } },
    outputs: { extensible: false, rules: { values: { types: ['*'], collection: true } } },
  },
  inputs: { list: field.list(undefined, { required: true }), key: field.text() },
  outputs: { values: field.anyList(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: {
        list: [
          { name: 'Bob', gender: 'male' },
          { name: 'Sarah', gender: 'female' },
        ],
        key: 'name',
      },
      output: ['Bob', 'Sarah'],
      source: 'function-reference/list/list_pluck',
    },
    {
      inputs: { list: [{ profile: { email: 'a@x.org' } }, {}], key: 'profile.email' },
      output: ['a@x.org', null],
      source: 'assumed',
    },
  ],
  run: ({ list, key }) => ({ values: list.map((item) => valueAt(item, key) ?? null) }),
});
