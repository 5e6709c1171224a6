/** Branching > Lookup: a value from a small table on the card. */

import { card } from '../card';
import { field } from '../field';
import { anything } from '../rules';

export const lookup = card('control:lookup', {
  title: 'Lookup',
  category: 'Branching',
  summary: 'Gives what a table on the card has for a value, or a fallback when it has nothing.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { else: { types: ['*'], collection: '*' } },
      groupRules: { options: { types: ['*'], collection: '*', extensible: true } },
    },
    outputs: { extensible: false, rules: anything },
  },
  inputs: {
    key: field.text('Value', { required: true }),
    else: field.any(undefined, { default: null, types: '*' }),
    options: field.many('options', field.any()),
  },
  outputs: { result: field.any('Result', { default: null, types: '*' }) },
  examples: [
    {
      inputs: { key: 'user.session.start', else: 'other', options: { 'user.session.start': 'sign-in' } },
      output: 'sign-in',
      source: 'function-reference/branching/branching_lookup',
    },
    {
      inputs: { key: 'constructor', else: 'other', options: { 'user.session.start': 'sign-in' } },
      output: 'other',
      source: 'function-reference/branching/branching_lookup',
    },
  ],
  run: ({ key, else: fallback, options }) => ({
    result: Object.hasOwn(options, key) ? (options[key] ?? null) : fallback,
  }),
});
