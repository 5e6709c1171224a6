/** List > For Each - Ignore Errors: a helper flow, or a body of its own, for each item, whatever fails. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { perItem } from '../rules';
import { concurrency, helper } from './each-item';

export const forEachIgnoreErrors = card('list:asyncEach', {
  title: 'For Each - Ignore Errors',
  category: 'List',
  summary: 'Runs a helper flow for each item of a list, and goes on with the next when one fails.',
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
  blocks: { held: 'inline', place: () => ({ group: null, key: 'flo' }) },
  examples: [
    {
      inputs: { list: ['a', 'b'], flow: 'helper', concurrency: 1 },
      outputs: {},
      given: { gives: { each: [{}, {}] } },
      source: 'function-reference/list/list_asynceach',
    },
  ],
  async run({ list, concurrency }, context) {
    let stopped = false;
    await context.forAll(list.length, concurrency, async (index) => {
      if (stopped) return;
      try {
        await context.each(list[index] ?? null, index);
      } catch (error) {
        // Only what a card of the item failed with is the item's own; a fault of the org is not.
        if (!(error instanceof CardError)) throw error;
        stopped = context.assume('ignore-errors-after-failure') === 'stops';
      }
    });
    return {};
  },
});
