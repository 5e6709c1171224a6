/** Text > Replace Patterns. */

import { card } from '../card';
import { field } from '../field';
import { checkPattern, substitute } from '../pattern';

export const replacePatterns = card('string:replaceAny', {
  title: 'Replace Patterns',
  category: 'Text',
  summary: 'Puts one text in the place of whatever matches any of several regular expressions.',
  established: 'inferred',
  ports: {
    inputs: {
      rules: { '*': { types: ['string'], collection: false } },
      groupRules: { patterns: { type: 'object', reserved: {}, extensible: true } },
    },
  },
  inputs: {
    text: field.text('look in', { required: true }),
    replacement: field.text('replace with'),
    global: field.flag('all instances', { default: true }),
    sensitive: field.flag(undefined, { key: 'case sensitive', default: true }),
    patterns: field.many('patterns', field.text()),
  },
  outputs: { output: field.text('result text') },
  examples: [
    {
      inputs: { text: 'crème brûlée', replacement: 'e', patterns: { input: 'é', input2: 'è', input3: '' } },
      output: 'creme brûlee',
      source: 'exports',
    },
    {
      inputs: {
        text: 'a1 B2',
        replacement: '$&',
        global: false,
        sensitive: false,
        patterns: { letter: 'b\\d' },
      },
      output: 'a1 $&',
      source: 'assumed',
    },
    { inputs: { text: 'a', patterns: { bad: '[' } }, error: 'no regular expression', source: 'assumed' },
    { inputs: { text: 'a', replacement: 'b' }, output: 'a', source: 'assumed' },
  ],
  run({ text, replacement, global, sensitive, patterns }) {
    const given = Object.values(patterns).filter((pattern) => pattern !== '');
    if (given.length === 0) return { output: text };
    // Each must be a pattern of its own: joined, two broken halves could make a whole.
    given.forEach(checkPattern);
    const any = given.map((pattern) => `(?:${pattern})`).join('|');
    return { output: substitute(text, any, `${global ? 'g' : ''}${sensitive ? '' : 'i'}`, replacement) };
  },
});
