/** List > For Each: a helper flow for each item. */

import { card } from '../card';
import { field } from '../field';
import { perItem } from '../rules';
import { concurrency, helper } from './each-item';

export const forEach = card('list:each', {
  title: 'For Each',
  category: 'List',
  summary: 'Runs a helper flow for each item of a list, and ends with the error of the first that fails.',
  header: { async: true, cooperative: true, timeout: 300_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true } },
      groupRules: perItem,
    },
    outputs: { extensible: false },
  },
  inputs: { list: field.anyList(undefined, { required: true, types: '*' }), flow: helper, concurrency },
  outputs: {},
  more: field.any(),
  examples: [
    {
      inputs: { list: ['a', 'b'], flow: 'helper', concurrency: 1 },
      outputs: {},
      given: { gives: { each: [{}, {}] } },
      source: 'function-reference/list/list_each',
    },
  ],
  async run({ list, concurrency }, context) {
    await context.forAll(list.length, concurrency, async (index) => {
      await context.each(list[index] ?? null, index);
    });
    return {};
  },
});
