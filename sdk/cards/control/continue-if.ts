/** Branching > Continue If: ends the flow, without an error, unless a condition holds. */

import { card } from '../card';
import { compare, condition, operators } from '../comparison';
import { field } from '../field';
import { compared } from '../rules';

export const continueIf = card('control:continueIf', {
  title: 'Continue If',
  category: 'Branching',
  summary:
    'Goes on only when a condition holds; otherwise ends the flow or the inner block, without an error.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { 'left-operand': { types: compared }, 'right-operand': { types: compared } },
    },
    outputs: { extensible: false },
  },
  inputs: {
    ...condition,
    operator: field.choice('comparison', operators, { default: '==' }),
    message: field.any(undefined, { group: 'otherwise', default: null, types: '*' }),
  },
  outputs: { message: field.text(undefined, { hidden: true, default: null }) },
  examples: [
    {
      inputs: { a: 2, operator: '>', b: '1' },
      outputs: {},
      source: 'function-reference/branching/branching_continueif',
    },
  ],
  run({ a, operator, b, message }, context) {
    if (compare(a, operator, b)) return {};
    return context.leave('stop', { message });
  },
});
