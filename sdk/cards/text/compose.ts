/** Text > Compose. */

import { card } from '../card';
import { field } from '../field';
import { fill } from '../template';

export const compose = card('string:compose', {
  title: 'Compose',
  category: 'Text',
  summary: 'Writes a text from a template, putting a value in the place of each of its placeholders.',
  ports: { inputs: { extensible: true, rules: { '*': { types: ['string'], collection: false } } } },
  inputs: {
    _text_: field.text(undefined, { required: true, help: 'Holds `{{{key}}}` where a value goes.' }),
  },
  more: field.text(),
  outputs: { output: field.text() },
  examples: [
    {
      inputs: { _text_: 'Dear {{{name}}}, you are {{{age}}}.', name: 'Ada', age: 36 },
      output: 'Dear Ada, you are 36.',
      source: 'function-reference/text/text_compose',
    },
    {
      inputs: { _text_: '{"a":{"b":"{{{value}}}"}}', value: '<&>' },
      output: '{"a":{"b":"<&>"}}',
      source: 'exports',
    },
    { inputs: { _text_: 'a{{{unset}}}b', unset: null }, output: 'ab', source: 'assumed' },
    {
      inputs: { _text_: 'a{{{__proto__}}}b{{{ not a key }}}' },
      output: 'ab{{{ not a key }}}',
      source: 'assumed',
    },
  ],
  run: ({ _text_ }, _context, more) => ({ output: fill(_text_, more, String) }),
});
