/** Branching > Assign If: one of two values, by a condition. */

import { card } from '../card';
import { compare, condition, operators } from '../comparison';
import { field } from '../field';
import { compared } from '../rules';

// The platform writes `type` here where other cards have `types`; the file must hold it as it is.
const operand = { type: compared };
const outcome = { type: ['*'], collection: '*' };

export const assignIf = card('control:assignIf', {
  title: 'Assign If',
  category: 'Branching',
  summary: 'Gives one of two values, by a condition.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {
        'left-operand': operand,
        'right-operand': operand,
        valueIfTrue: outcome,
        valueIfFalse: outcome,
      },
    },
    outputs: { extensible: false, rules: { output: outcome } },
  },
  inputs: {
    ...condition,
    operator: field.choice('comparison', operators, { default: '==' }),
    valueIfTrue: field.any('value if true', { default: '', types: '*' }),
    valueIfFalse: field.any('value if false', { default: '', types: '*' }),
  },
  outputs: { output: field.any(undefined, { default: null, types: '*' }) },
  examples: [
    {
      inputs: { a: 'ACTIVE', operator: '==', b: 'ACTIVE', valueIfTrue: 'yes', valueIfFalse: 'no' },
      output: 'yes',
      source: 'function-reference/branching/branching_assignif',
    },
    {
      inputs: { a: 80, operator: '>', b: 9, valueIfTrue: '', valueIfFalse: 'no' },
      output: null,
      source: 'function-reference/branching/branching_assignif',
    },
  ],
  // A value left blank comes out as null.
  run({ a, operator, b, valueIfTrue, valueIfFalse }) {
    const chosen = compare(a, operator, b) ? valueIfTrue : valueIfFalse;
    return { output: chosen === '' ? null : chosen };
  },
});
