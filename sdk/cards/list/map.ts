/** List > Map: a list of what a helper flow makes of each item. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { perItem } from '../rules';
import { concurrency, helper, returned } from './each-item';

export const map = card('list:map', {
  title: 'Map',
  category: 'List',
  summary:
    'Runs a helper flow for each item of a list and makes a list of what it returns, in the same order.',
  header: { async: true, cooperative: true, timeout: 300_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true } },
      groupRules: perItem,
    },
    outputs: { extensible: false, rules: { 'new list': { types: ['*'], collection: true } } },
  },
  inputs: { list: field.anyList(undefined, { required: true, types: '*' }), flow: helper, concurrency },
  outputs: { newList: field.anyList(undefined, { key: 'new list', default: null, types: '*' }) },
  more: field.any(),
  examples: [
    {
      inputs: {
        list: [{ 'First Name': 'Ada', 'Last Name': 'Byron' }],
        flow: 'helper',
      },
      output: ['Byron.Ada'],
      given: { gives: { each: [{ name: 'Byron.Ada' }] } },
      source: 'okta.com/blog/2023/01/iterate-over-items-and-create-a-new-list',
    },
    {
      inputs: { list: [1, 2], flow: 'helper', concurrency: 1 },
      output: [{ a: 1, b: 2 }, {}],
      given: { gives: { each: [{ a: 1, b: 2 }, {}] } },
      source: 'okta.com/blog/2023/01/three-workflows-list-functions',
    },
  ],
  async run({ list, concurrency }, context) {
    const newList: Json[] = list.map(() => null);
    await context.forAll(list.length, concurrency, async (index) => {
      newList[index] = returned(await context.each(list[index] ?? null, index));
    });
    return { newList };
  },
});
