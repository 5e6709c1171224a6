/** Object > Get Multiple: several values of an object. */

import { card } from '../card';
import { field } from '../field';
import { setOwn, valueAt } from '../path';
import { anything } from '../rules';

const order = {
  product: 'a123',
  parts: [{ partno: 12 }, { partno: 16 }, { partno: 27 }],
  inventory: { instock: 12, ordered: 10 },
};
const source = 'function-reference/object/object_pick';

export const getMultiple = card('object:pick', {
  title: 'Get Multiple',
  category: 'Object',
  summary: 'Gives several values of an object; each output is named after the path it reads.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { object: { types: ['object'], collection: '*' } } },
    outputs: { extensible: true, rules: anything },
  },
  inputs: { object: field.any(undefined, { required: true, types: ['object'] }) },
  outputs: {},
  moreOutputs: field.any(),
  examples: [
    { inputs: { object: order }, outputs: { product: 'a123' }, given: { wants: ['product'] }, source },
    {
      inputs: { object: order },
      outputs: { 'parts.1.partno': 16 },
      given: { wants: ['parts.1.partno'] },
      source,
    },
    {
      inputs: { object: order },
      outputs: { inventory: { instock: 12, ordered: 10 } },
      given: { wants: ['inventory'] },
      source,
    },
    {
      inputs: { object: order },
      outputs: { 'inventory.ordered': 10 },
      given: { wants: ['inventory.ordered'] },
      source,
    },
  ],
  run({ object }, context) {
    const values = {};
    for (const { key } of context.card.outputs) setOwn(values, key, valueAt(object, key) ?? null);
    return values;
  },
});
