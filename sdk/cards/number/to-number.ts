/** Connector Builder > To Number. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const toNumber = card('control:toNumber', {
  title: 'To Number',
  category: 'Connector Builder',
  summary: 'Reads a value as a number: true as 1, false as 0, a text only where all of it is one number.',
  inputs: { value: field.any(undefined, { required: true, types: '*' }) },
  outputs: { output: field.number() },
  examples: [
    { inputs: { value: 'True' }, output: 1, source: 'function-reference/control/control_tonumber' },
    { inputs: { value: 'False' }, output: 0, source: 'function-reference/control/control_tonumber' },
    { inputs: { value: '123' }, output: 123, source: 'function-reference/control/control_tonumber' },
    { inputs: { value: 'abc123' }, error: '"abc123"', source: 'function-reference/control/control_tonumber' },
    { inputs: { value: '' }, error: 'no number', source: 'assumed' },
  ],
  run({ value }) {
    if (typeof value === 'number' || typeof value === 'boolean') return { output: Number(value) };
    const word = typeof value === 'string' ? value.trim() : '';
    if (/^true$/i.test(word)) return { output: 1 };
    if (/^false$/i.test(word)) return { output: 0 };
    const output = word === '' ? Number.NaN : Number(word);
    if (Number.isFinite(output)) return { output };
    throw new CardError(
      `${JSON.stringify(value).slice(0, 60)} is no number; give a number, a text of digits, or true or false.`,
    );
  },
});
