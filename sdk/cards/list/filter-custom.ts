/** List > Filter Custom: the items that a helper flow says yes to. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { perItem } from '../rules';
import { concurrency, helper, saidYes } from './each-item';

export const filterCustom = card('list:filter', {
  title: 'Filter Custom',
  category: 'List',
  summary: 'Keeps the items for which a helper flow returns true.',
  header: { async: true, cooperative: true, timeout: 300_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true } },
      groupRules: perItem,
    },
    outputs: { extensible: false, rules: { list: { types: ['*'], collection: true } } },
  },
  inputs: { list: field.anyList(undefined, { required: true, types: '*' }), flow: helper, concurrency },
  outputs: { list: field.anyList(undefined, { default: null, types: '*' }) },
  more: field.any(),
  examples: [
    {
      inputs: { list: [1, 2, 3], flow: 'helper', concurrency: 1 },
      output: [2],
      given: { gives: { each: [{ ok: false }, { ok: true }, {}] } },
      source: 'function-reference/list/list_filter',
    },
    {
      inputs: { list: [1], flow: 'helper', concurrency: 1 },
      error: 'must return one',
      given: { gives: { each: [{ ok: true, why: 'so' }] } },
      source: 'function-reference/list/list_filter',
    },
  ],
  async run({ list, concurrency }, context) {
    const yes = new Set<number>();
    await context.forAll(list.length, concurrency, async (index) => {
      if (saidYes(await context.each(list[index] ?? null, index), index)) yes.add(index);
    });
    const kept: Json[] = list.filter((_item, index) => yes.has(index));
    return { list: kept };
  },
});
