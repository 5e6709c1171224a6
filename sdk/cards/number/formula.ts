/** Number > Formula. */

import { card } from '../card';
import { field } from '../field';
import { calculate } from '../formula';
import { fill } from '../template';

export const formula = card('math:expression', {
  title: 'Formula',
  category: 'Number',
  summary: 'Works out a formula, with values put in the place of its placeholders first.',
  ports: { inputs: { extensible: true, rules: { '*': { types: ['number'], collection: '*' } } } },
  inputs: {
    _text_: field.text(undefined, { required: true, help: 'Holds `{{{key}}}` where a number goes.' }),
  },
  more: field.any(),
  outputs: { output: field.number() },
  examples: [
    { inputs: { _text_: '10^2' }, output: 100, source: 'function-reference/number/number_expression' },
    { inputs: { _text_: '12%5' }, output: 2, source: 'function-reference/number/number_expression' },
    { inputs: { _text_: '3!' }, output: 6, source: 'function-reference/number/number_expression' },
    { inputs: { _text_: 'abs(-10)' }, output: 10, source: 'function-reference/number/number_expression' },
    { inputs: { _text_: 'pow(2,3)' }, output: 8, source: 'function-reference/number/number_expression' },
    {
      inputs: { _text_: '({{{used}}} - 1) * 2 # of all', used: 4 },
      output: 6,
      source: 'function-reference/number/number_expression',
    },
    { inputs: { _text_: 'max({{{sizes}}})', sizes: [3, 9, 4] }, output: 9, source: 'assumed' },
    { inputs: { _text_: '5 ^| 3' }, output: 6, source: 'function-reference/number/number_expression' },
    {
      inputs: { _text_: 'floor(random(10))' },
      output: 7,
      given: { random: [0.75] },
      source: 'function-reference/number/number_expression',
    },
    {
      inputs: { _text_: 'round(cos(pi))' },
      output: -1,
      source: 'function-reference/number/number_expression',
    },
    { inputs: { _text_: 'process.exit()' }, error: 'may not', source: 'assumed' },
    { inputs: { _text_: 'import({})' }, error: 'may not', source: 'assumed' },
    { inputs: { _text_: '1 / 0' }, error: 'no number', source: 'assumed' },
    { inputs: { _text_: '2 +' }, error: 'cannot be read', source: 'assumed' },
  ],
  run: ({ _text_ }, context, more) => ({
    // A list goes in as mathjs writes one; anything but numbers then fails with the formula's own message.
    output: calculate(
      fill(_text_, more, (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value))),
      context.random,
    ),
  }),
});
