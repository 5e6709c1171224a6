/** Text > Trim. */

import { card } from '../card';
import { field } from '../field';

export const trim = card('string:trim', {
  title: 'Trim',
  category: 'Text',
  summary: 'Cuts the blanks and line breaks off both ends of a text.',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { output: field.text() },
  examples: [{ inputs: { string: '  a b\n' }, output: 'a b', source: 'exports' }],
  run: ({ string }) => ({ output: string.trim() }),
});
