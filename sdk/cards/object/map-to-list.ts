/** Object > Map to List: what a helper flow makes of each field. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { helper, returned } from '../list/each-item';

/** How many fields are worked on at once. */
export const concurrency = field.number(undefined, {
  required: true,
  default: 5,
  metadata: { min: 1, max: 200 },
});

export const mapToList = card('object:map', {
  title: 'Map to List',
  category: 'Object',
  summary:
    'Runs a helper flow for each field of an object, given as key and value, and lists what it returns.',
  header: { async: true, cooperative: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { object: field.object(undefined, { required: true }), flow: helper, concurrency },
  outputs: { newList: field.anyList(undefined, { key: 'new list', default: null, types: '*' }) },
  more: field.any(),
  examples: [
    {
      inputs: { object: { a: 1, b: 2 }, flow: 'helper', concurrency: 5 },
      output: ['a is 1', 'b is 2'],
      given: { gives: { each: [{ text: 'a is 1' }, { text: 'b is 2' }] } },
      source: 'function-reference/object/object_map',
    },
  ],
  async run({ object, concurrency }, context) {
    const entries = Object.entries(object);
    const newList: Json[] = entries.map(() => null);
    await context.forAll(entries.length, concurrency, async (index) => {
      const [key = '', value = null] = entries[index] ?? [];
      newList[index] = returned(await context.each({ key, value }, index));
    });
    return { newList };
  },
});
