/** Object > Get: one value of an object. */

import { card } from '../card';
import { field } from '../field';
import { pathField, valueAt } from '../path';

const letters = { a: 'one', b: 'two', c: 17 };
const source = 'function-reference/object/object_get';

export const get = card('object:get', {
  title: 'Get',
  category: 'Object',
  summary: 'Gives the value at a path of an object; nothing where there is none.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { object: { types: ['object'], collection: '*' }, path: { types: ['string'], collection: '*' } },
    },
    outputs: { extensible: false, rules: { output: { types: ['*'], collection: '*' } } },
  },
  inputs: { object: field.any(undefined, { required: true, types: ['object'] }), path: pathField },
  outputs: { output: field.any(undefined, { default: '', types: '*' }) },
  examples: [
    { inputs: { object: letters, path: 'b' }, output: 'two', source },
    { inputs: { object: letters, path: 'c' }, output: 17, source },
    {
      inputs: { object: { all: { b: 'banana', c: 'cucumber' } }, path: 'all.c' },
      output: 'cucumber',
      source,
    },
    {
      inputs: {
        object: { all: [{ b: 'banana' }, { b: 'blackberry' }, { b: 'breadfruit' }] },
        path: 'all.2.b',
      },
      output: 'breadfruit',
      source,
    },
    {
      inputs: { object: { a: [{ b: 'first' }, { b: 'second' }, { b: 'third' }] }, path: 'a.1.b' },
      output: 'second',
      source,
    },
    { inputs: { object: { a: { b: 'this', c: 'that' } }, path: 'a.c' }, output: 'that', source },
    {
      inputs: { object: { '@odata.nextLink': 'next' }, path: '@odata.nextLink' },
      output: 'next',
      source: 'exports',
    },
    { inputs: { object: { a: { 'b.c': 1 } }, path: ['a', 'b.c'] }, output: 1, source },
    { inputs: { object: {}, path: 'constructor.name' }, output: null, source: 'assumed' },
  ],
  run: ({ object, path }) => ({ output: valueAt(object, path) ?? null }),
});
