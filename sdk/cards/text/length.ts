/** Text > Length. */

import { card } from '../card';
import { field } from '../field';

export const length = card('string:length', {
  title: 'Length',
  category: 'Text',
  summary: 'Counts the characters of a text.',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { length: field.number() },
  examples: [
    { inputs: { string: 'Example' }, output: 7, source: 'exports' },
    { inputs: { string: null }, output: 0, source: 'assumed' },
  ],
  run: ({ string }) => ({ length: string.length }),
});
