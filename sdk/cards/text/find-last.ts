/** Text > Find Last. */

import { card } from '../card';
import { field } from '../field';

export const findLast = card('string:lastIndexOf', {
  title: 'Find Last',
  category: 'Text',
  summary:
    'Gives the position where a text last stands in another, or -1; a right-most position says where it must start at the latest.',
  inputs: {
    string: field.text('look in', { required: true }),
    substr: field.text('look for', { required: true }),
    index: field.number('right-most position'),
  },
  outputs: { output: field.number('position', { default: -1 }) },
  examples: [
    {
      inputs: { string: 'Mississippi', substr: 'ss', index: null },
      output: 5,
      source: 'function-reference/text/text_lastindexof',
    },
    {
      inputs: { string: 'Mississippi', substr: 'ss', index: 4 },
      output: 2,
      source: 'function-reference/text/text_lastindexof',
    },
    {
      inputs: { string: 'Mississippi', substr: 'abc', index: null },
      output: -1,
      source: 'function-reference/text/text_lastindexof',
    },
  ],
  run: ({ string, substr, index }) => ({
    output: string.lastIndexOf(substr, index ?? Number.POSITIVE_INFINITY),
  }),
});
