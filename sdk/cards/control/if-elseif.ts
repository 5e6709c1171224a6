/** Branching > If/ElseIf: the first of several blocks whose condition holds. */

import { card } from '../card';
import { compare, operators } from '../comparison';
import { field } from '../field';
import { anything } from '../rules';

/** The condition and the block of one arm. */
const arm = {
  a: field.any('value a', { key: 'left-operand', default: '', types: '*' }),
  operator: field.choice('comparison', operators, { default: '==' }),
  b: field.any('value b', { key: 'right-operand', default: '', types: '*' }),
  inputs: field.object(),
  flow: field.flow(undefined, { key: 'flo' }),
};

export const ifElseIf = card('control:branch', {
  title: 'If/ElseIf',
  category: 'Branching',
  summary: 'Tests conditions in order and runs the block of the first that holds, or else the last block.',
  header: { async: true, timeout: 90_000 },
  ports: {
    inputs: {
      extensible: true,
      rules: {
        'left-operand': { types: ['*'], collection: '*' },
        'right-operand': { types: ['*'], collection: '*' },
        operator: { types: ['string'], collection: false },
        flo: { types: ['flo'], collection: false },
        inputs: { types: ['object'], collection: false },
      },
      groupRules: {
        '*': {
          reserved: {
            'left-operand': ['*'],
            'right-operand': ['*'],
            operator: 'string',
            flo: 'flo',
            inputs: 'object',
          },
          extensible: true,
        },
        if: { index: 0, extensible: false },
        else: { index: 1, extensible: false },
      },
    },
    outputs: { extensible: true, rules: anything },
  },
  inputs: {
    a: field.any('value a', { group: 'if', key: 'left-operand', default: '', types: '*' }),
    operator: field.choice('comparison', operators, { group: 'if', required: true, default: '==' }),
    b: field.any('value b', { group: 'if', key: 'right-operand', default: '', types: '*' }),
    ifInputs: field.object(undefined, { group: 'if', key: 'inputs' }),
    ifFlow: field.flow('Helper Flow', { group: 'if', key: 'flo', required: true }),
    elseInputs: field.object(undefined, { group: 'else', key: 'inputs' }),
    elseFlow: field.flow('Helper Flow', { group: 'else', key: 'flo', required: true }),
  },
  outputs: {},
  moreOutputs: field.any(),
  blocks: {
    held: 'inline',
    place: (block) => ({ group: groupOf(block), key: 'flo' }),
    further: arm,
  },
  examples: [
    {
      inputs: { a: 'beta', operator: '==', b: 'alpha' },
      outputs: { chosen: 'second' },
      given: {
        gives: { if: { chosen: 'first' }, 'elseif:x': { chosen: 'second' }, else: { chosen: 'none' } },
        groups: { x: { 'left-operand': 'beta', operator: '==', 'right-operand': 'beta' } },
      },
      source: 'function-reference/branching/branching_branch',
    },
    {
      inputs: { a: 1, operator: '>', b: 2 },
      outputs: { chosen: 'none' },
      given: { gives: { if: { chosen: 'first' }, else: { chosen: 'none' } } },
      source: 'function-reference/branching/branching_branch',
    },
  ],
  async run({ a, operator, b }, context) {
    for (const block of context.blockNames()) {
      if (block === 'else') continue;
      const further = block === 'if' ? null : context.group(groupOf(block));
      const holds =
        further === null
          ? compare(a, operator, b)
          : compare(
              further['left-operand'] ?? null,
              String(further.operator || '=='),
              further['right-operand'] ?? null,
            );
      if (holds) return await context.block(block);
    }
    return await context.block('else');
  },
});

/** The group of inputs that a block's condition stands in: an else-if has one of its own. */
function groupOf(block: string): string {
  return block.startsWith('elseif:') ? block.slice('elseif:'.length) : block;
}
