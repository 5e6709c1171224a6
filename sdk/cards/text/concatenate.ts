/** Text > Concatenate. */

import { card } from '../card';
import { field } from '../field';

export const concatenate = card('string:concat', {
  title: 'Concatenate',
  category: 'Text',
  summary: 'Joins texts in order, with nothing in between.',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: true, rules: { '*': { types: ['string'], collection: false } } } },
  inputs: {
    string1: field.text('text 1', { required: true }),
    string2: field.text('text 2', { required: true }),
  },
  more: field.text(),
  outputs: { output: field.text('output') },
  examples: [
    {
      inputs: { string1: 'John', string2: ' ', input: 'Smith' },
      output: 'John Smith',
      source: 'function-reference/text/text_concat',
    },
  ],
  run: ({ string1, string2 }, _context, more) => ({
    output: [string1, string2, ...Object.values(more)].join(''),
  }),
});
