/** Flow Control > Repeat: a helper flow, a number of times. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { perItem } from '../rules';

const MOST = 10_000;

export const repeat = card('control:times', {
  title: 'Repeat',
  category: 'Flow Control',
  summary: 'Runs a helper flow a number of times, at most 10,000; the first run has index 0.',
  header: { async: true, cooperative: true, timeout: 90_000 },
  ports: { inputs: { extensible: true, groupRules: perItem }, outputs: { extensible: false } },
  inputs: {
    count: field.number(undefined, { required: true }),
    flow: field.flow('Helper Flow', { required: true, key: 'flo' }),
    concurrency: field.number(undefined, { required: true, default: 1, metadata: { min: 1, max: 200 } }),
  },
  outputs: {},
  more: field.any(),
  examples: [
    {
      inputs: { count: 2, flow: 'helper', concurrency: 1 },
      outputs: {},
      given: { gives: { each: [{}, {}] } },
      source: 'function-reference/flow-control/flocontrol_times',
    },
    {
      inputs: { count: 10_001, flow: 'helper', concurrency: 1 },
      error: 'at most 10000',
      source: 'function-reference/flow-control/flocontrol_times',
    },
  ],
  async run({ count, concurrency }, context) {
    const times = Math.floor(count ?? 0);
    if (times > MOST) throw new CardError(`The count is ${count}; Repeat runs a flow at most ${MOST} times.`);
    await context.forAll(times, concurrency, async (index) => {
      await context.each(index, index);
    });
    return {};
  },
});
