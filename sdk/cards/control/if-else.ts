/** Branching > If/Else: one of two branches, held flat between two No-ops and a Join. */

import { card } from '../card';
import { compare, condition } from '../comparison';
import { field } from '../field';

const comparedTypes = { types: ['object', 'string', 'number', 'Date', 'boolean'] };

export const ifElse = card('control:if', {
  title: 'If/Else',
  category: 'Branching',
  summary: 'Runs one of two branches, by a condition.',
  header: { timeout: 90_000 },
  ports: {
    inputs: { extensible: false, rules: { 'left-operand': comparedTypes, 'right-operand': comparedTypes } },
    outputs: { extensible: true },
  },
  inputs: condition,
  outputs: { result: field.flag() },
  blocks: { held: 'flat', names: ['then', 'else'] },
  examples: [
    {
      inputs: { a: 200, operator: '==', b: '200' },
      outputs: { result: true, chosen: 'yes' },
      given: { gives: { then: { chosen: 'yes' }, else: { chosen: 'no' } } },
      source: 'exports',
    },
  ],
  async run({ a, operator, b }, context) {
    const result = compare(a, operator, b);
    return { result, ...(await context.block(result ? 'then' : 'else')) };
  },
});
