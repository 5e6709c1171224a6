/** Text > Split. */

import { card } from '../card';
import { field } from '../field';

export const split = card('string:split', {
  title: 'Split',
  category: 'Text',
  summary: 'Cuts a text into a list at every separator; the pieces keep their blanks.',
  inputs: {
    string: field.text('text', { required: true }),
    delimiter: field.text('separator', { default: ',' }),
  },
  outputs: { output: field.listOf(field.text(), 'result list') },
  examples: [
    {
      inputs: { string: 'one,two,three', delimiter: ',' },
      output: ['one', 'two', 'three'],
      source: 'function-reference/text/text_split',
    },
    {
      inputs: { string: 'This, is, an, example', delimiter: ', ' },
      output: ['This', 'is', 'an', 'example'],
      source: 'function-reference/text/text_split',
    },
    { inputs: { string: '' }, output: [''], source: 'assumed' },
    { inputs: { string: 'abc', delimiter: '' }, output: ['a', 'b', 'c'], source: 'assumed' },
  ],
  run: ({ string, delimiter }) => ({ output: string.split(delimiter) }),
});
