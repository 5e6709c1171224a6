/** True/False > Compare. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { type CardExample, card } from '../card';
import { condition, compare as holds } from '../comparison';
import { field } from '../field';

export const compare = card('boolean:compare', {
  title: 'Compare',
  category: 'True/False',
  summary: 'Says whether a comparison of two values holds.',
  ports: {
    inputs: {
      rules: {
        'left-operand': { types: ['string', 'number', 'Date', 'boolean', 'object'] },
        'right-operand': { types: ['string', 'number', 'Date', 'boolean'] },
      },
    },
  },
  inputs: {
    a: field.any('value a', {
      key: 'left-operand',
      default: '',
      types: ['text', 'number', 'date', 'flag', 'object'],
    }),
    operator: condition.operator,
    b: field.any('value b', { key: 'right-operand', default: '', types: ['text', 'number', 'date', 'flag'] }),
  },
  outputs: { result: field.flag() },
  examples: [
    example(80, '>', 9, true),
    example('80', '>', '9', false),
    example(12, '%', 4, true),
    example(0, '%', 4, true),
    example(-4, '%', 4, true),
    example(2, '%', 4, false),
    example(3, '%', 4, false),
    example(7, '%', 4, false),
    example('test', 'in', 'this is a test', true),
    example('i', 'in', 'team', false),
    example({ test: 123 }, 'has', 'test', true),
    { inputs: { a: {}, operator: 'has', b: 'constructor' }, output: false, source: 'assumed' },
    { inputs: { a: 1, operator: '~', b: 1 }, error: 'Unknown comparison "~"', source: 'assumed' },
  ],
  run: ({ a, operator, b }) => ({ result: holds(a, operator, b) }),
});

function example(a: Json, operator: string, b: Json, output: boolean): CardExample {
  return { inputs: { a, operator, b }, output, source: 'function-reference/true-false/truefalse_compare' };
}
