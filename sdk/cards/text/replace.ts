/** Text > Replace. */

import { card } from '../card';
import { field } from '../field';
import { withinMemory } from '../limits';

export const replace = card('string:replace', {
  title: 'Replace',
  category: 'Text',
  summary: 'Puts one text in the place of another, once or wherever it stands; both are taken literally.',
  inputs: {
    string: field.text('look in'),
    src: field.text('look for'),
    dest: field.text('replace with'),
    global: field.flag('all instances'),
    sensitive: field.flag('case sensitive', { default: true }),
  },
  outputs: { output: field.text('result text') },
  examples: [
    {
      inputs: { string: 'test Test TEST', src: 'Test', dest: 'x', global: true, sensitive: false },
      output: 'x x x',
      source: 'function-reference/text/text_replace',
    },
    { inputs: { string: 'a.b.c', src: '.', dest: '$&' }, output: 'a$&b.c', source: 'exports' },
    { inputs: { string: 'a|b|c', src: '|', dest: '', global: true }, output: 'abc', source: 'exports' },
    { inputs: { string: 'abc', src: '', dest: 'x', global: true }, output: 'abc', source: 'assumed' },
  ],
  run({ string, src, dest, global, sensitive }) {
    if (src === '') return { output: string };
    return {
      output: withinMemory(() => {
        // A function as the replacement keeps `$1` and `$&` in it literal.
        if (sensitive) return global ? string.replaceAll(src, () => dest) : string.replace(src, () => dest);
        const literal = new RegExp(src.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), global ? 'giu' : 'iu');
        return string.replace(literal, () => dest);
      }),
    };
  },
});
