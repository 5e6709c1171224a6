/** Number > Divide. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { finite } from '../limits';

export const divide = card('math:divide', {
  title: 'Divide',
  category: 'Number',
  summary:
    'Divides one number by another, rounds to a number of decimals, and gives the result as a percentage too.',
  inputs: {
    a: field.number('Number', { required: true }),
    b: field.number('Divided by', { required: true }),
    decimals: field.number('Number of decimal points', { required: true, default: 4 }),
  },
  outputs: {
    output: field.number('Result as a decimal'),
    percentage: field.text('Result as a percentage (%)'),
  },
  examples: [
    {
      inputs: { a: 1, b: 8, decimals: 2 },
      outputs: { output: 0.13 },
      source: 'function-reference/number/number_divide',
    },
    {
      inputs: { a: 1, b: 8, decimals: 4 },
      outputs: { output: 0.125, percentage: '12.5%' },
      source: 'assumed',
    },
    {
      inputs: { a: 1, b: 3, decimals: 4 },
      outputs: { output: 0.3333, percentage: '33.33' },
      given: { assume: { 'percentage-sign': 'without' } },
      source: 'assumed',
    },
    { inputs: { a: 1, b: 0, decimals: 1 }, error: 'by 0', source: 'assumed' },
    {
      inputs: { a: 1, b: 0, decimals: 1 },
      outputs: { output: null, percentage: null },
      given: { assume: { 'division-by-zero': 'null' } },
      source: 'assumed',
    },
    { inputs: { a: 1, b: 2, decimals: 101 }, error: '0 to 100', source: 'assumed' },
  ],
  run({ a, b, decimals }, context) {
    const digits = Math.trunc(decimals ?? 0);
    if (digits < 0 || digits > 100) {
      throw new CardError(`"Number of decimal points" is ${digits}; it may be 0 to 100.`);
    }
    if ((b ?? 0) === 0) {
      if (context.assume('division-by-zero') === 'null') return { output: null, percentage: null };
      throw new CardError(`${a ?? 0} cannot be divided by 0; test "Divided by" first.`);
    }
    const output = finite(Number(((a ?? 0) / b).toFixed(digits)));
    // Two decimals fewer, so that the share is no more exact than the result it restates.
    const share = String(Number((output * 100).toFixed(Math.max(0, digits - 2))));
    return { output, percentage: context.assume('percentage-sign') === 'with' ? `${share}%` : share };
  },
});
