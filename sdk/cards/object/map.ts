/** Object > Map: an object of what a helper flow makes of each field. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { helper, returned } from '../list/each-item';
import { setOwn } from '../path';
import { concurrency } from './map-to-list';

export const map = card('object:process', {
  title: 'Map',
  category: 'Object',
  summary:
    'Runs a helper flow for each field of an object, given as key and value, and puts what it returns in the place of the value.',
  established: 'assumed',
  header: { async: true, cooperative: true, timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: { object: field.object(undefined, { required: true }), flow: helper, concurrency },
  outputs: { output: field.object(undefined, { default: null }) },
  more: field.any(),
  examples: [
    {
      inputs: { object: { a: 1, b: 2 }, flow: 'helper', concurrency: 5 },
      output: { a: 10, b: 20 },
      given: { gives: { each: [{ value: 10 }, { value: 20 }] } },
      source: 'assumed',
    },
  ],
  async run({ object, concurrency }, context) {
    const entries = Object.entries(object);
    const values: Json[] = entries.map(() => null);
    await context.forAll(entries.length, concurrency, async (index) => {
      const [key = '', value = null] = entries[index] ?? [];
      values[index] = returned(await context.each({ key, value }, index));
    });
    const output: JsonObject = {};
    for (const [index, [key]] of entries.entries()) setOwn(output, key, values[index] ?? null);
    return { output };
  },
});
