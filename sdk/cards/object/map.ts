/** Object > Map: an object of what a helper flow makes of each field. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { helper, returned } from '../list/each-item';
import { setOwn } from '../path';
import { concurrency } from './map-to-list';

export const map = card('object:process', {
  title: 'Map',
  category: 'Object',
  summary:
    'Runs a helper flow for each field of an object, given as key and value, and sets what it returns.',
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
  async run({ object }, context) {
    const output: JsonObject = {};
    for (const [index, [key, value]] of Object.entries(object).entries()) {
      setOwn(output, key, returned(await context.each({ key, value }, index)));
    }
    return { output };
  },
});
