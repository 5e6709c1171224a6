/** Text > Text Segment. */

import { card } from '../card';
import { field } from '../field';

export const textSegment = card('string:substr', {
  title: 'Text Segment',
  category: 'Text',
  summary: 'Gives the part of a text from one position up to, but not with, another.',
  inputs: {
    string: field.text('text', { required: true }),
    start: field.number('start at'),
    end: field.number('end before', { default: null }),
  },
  outputs: { output: field.text('segment') },
  examples: [
    {
      inputs: { string: 'Example', start: 0, end: 2 },
      output: 'Ex',
      source: 'function-reference/text/text_substr',
    },
    {
      inputs: { string: 'Example', start: 3, end: 5 },
      output: 'mp',
      source: 'function-reference/text/text_substr',
    },
    {
      inputs: { string: 'Example', start: null, end: 3 },
      output: 'Exa',
      source: 'function-reference/text/text_substr',
    },
    {
      inputs: { string: 'Example', start: 2, end: null },
      output: 'Ex',
      given: { assume: { 'text-segment-blank-end': 'position 0' } },
      source: 'function-reference/text/text_substr',
    },
    { inputs: { string: 'Example', start: 2, end: null }, output: 'ample', source: 'exports' },
    {
      inputs: { string: 'Example', start: 5, end: 99 },
      output: 'le',
      source: 'function-reference/text/text_substr',
    },
  ],
  run({ string, start, end }, context) {
    const blank = context.assume('text-segment-blank-end') === 'end of the text' ? string.length : 0;
    // Two positions in the wrong order are swapped, as the documented examples show.
    return { output: string.substring(start ?? 0, end ?? blank) };
  },
});
