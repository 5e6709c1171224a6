/** Text > Find Pattern. */

import { card } from '../card';
import { field } from '../field';
import { search } from '../pattern';

export const findPattern = card('string:match', {
  title: 'Find Pattern',
  category: 'Text',
  summary: 'Gives the position of the first match of a regular expression, or -1.',
  inputs: {
    string: field.text('look in', { required: true }),
    target: field.text('look for', { required: true }),
  },
  outputs: { output: field.number('position') },
  examples: [
    { inputs: { string: 'Room 12', target: '[0-9]' }, output: 5, source: 'exports' },
    {
      inputs: { string: 'The color', target: 'colou?r' },
      output: 4,
      source: 'function-reference/text/text_match',
    },
    { inputs: { string: 'abc', target: '\\d{5}' }, output: -1, source: 'function-reference/text/text_match' },
    { inputs: { string: 'abc', target: '(' }, error: 'no regular expression', source: 'assumed' },
    { inputs: { string: `${'a'.repeat(50)}!`, target: '^(a+)+$' }, error: 'took longer', source: 'assumed' },
  ],
  run: ({ string, target }) => ({ output: search(string, target) }),
});
