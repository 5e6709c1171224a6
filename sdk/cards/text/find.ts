/** Text > Find. */

import { card } from '../card';
import { field } from '../field';

export const find = card('string:find', {
  title: 'Find',
  category: 'Text',
  summary: 'Gives the position where a text first stands in another, or -1.',
  inputs: {
    string: field.text('look in', { required: true }),
    substr: field.text('look for', { required: true }),
  },
  outputs: { output: field.number('position', { default: -1 }) },
  examples: [
    {
      inputs: { string: 'Mississippi', substr: 'ss' },
      output: 2,
      source: 'function-reference/text/text_match',
    },
    { inputs: { string: 'Mississippi', substr: 'SS' }, output: -1, source: 'exports' },
  ],
  run: ({ string, substr }) => ({ output: string.indexOf(substr) }),
});
