/** List > Reduce: a list folded into one value by a helper flow. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { perItem } from '../rules';
import { helper, returned } from './each-item';

export const reduce = card('list:reduce', {
  title: 'Reduce',
  category: 'List',
  summary:
    'Runs a helper flow for each item with what it returned for the one before, and gives the last result.',
  header: { async: true, cooperative: true, timeout: 300_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true }, memo: { types: ['*'], collection: '*' } },
      groupRules: perItem,
    },
    outputs: { extensible: false, rules: { item: { types: ['*'], collection: '*' } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    memo: field.any(undefined, {
      required: true,
      types: '*',
      help: 'What the first run of the helper flow gets as its memo.',
    }),
    flow: helper,
  },
  outputs: { item: field.any(undefined, { default: null, types: '*' }) },
  more: field.any(),
  examples: [
    {
      inputs: { list: [1, 7, 4, 19, 2], memo: 0, flow: 'helper' },
      output: 19,
      given: { gives: { each: [{ max: 1 }, { max: 7 }, { max: 7 }, { max: 19 }, { max: 19 }] } },
      source: 'function-reference/list/list_reduce',
    },
    {
      inputs: { list: [1, 2, 3, 4, 5], memo: 0, flow: 'helper' },
      output: 15,
      given: { gives: { each: [{ memo: 1 }, { memo: 3 }, { memo: 6 }, { memo: 10 }, { memo: 15 }] } },
      source: 'okta.com/blog/2022/12/reduce-a-list-to-a-single-value',
    },
    {
      inputs: { list: ['x'], memo: { count: 0, text: '' }, flow: 'helper' },
      output: { count: 1, text: 'x' },
      given: { gives: { each: [{ count: 1, text: 'x' }] } },
      source: 'function-reference/list/list_reduce',
    },
    { inputs: { list: [], memo: 'start', flow: 'helper' }, output: 'start', source: 'assumed' },
  ],
  async run({ list, memo: start }, context) {
    let memo = start;
    for (const [index, item] of list.entries()) {
      memo = nextMemo(await context.each(item, index, { memo }), memo, index);
    }
    return { item: memo };
  },
});

/** An object is returned field by field, or whole as the one field `memo`; anything else as one field of any name. */
function nextMemo(values: JsonObject, memo: Json, index: number): Json {
  const keys = Object.keys(values);
  if (memo !== null && typeof memo === 'object' && !Array.isArray(memo)) {
    const whole = keys.length === 1 && keys[0] === 'memo' && !Object.hasOwn(memo, 'memo');
    return whole ? returned(values) : values;
  }
  if (keys.length === 1) return returned(values);
  throw new CardError(
    `The helper flow returned ${keys.length} fields for item ${index}; it must return one, the next memo.`,
  );
}
