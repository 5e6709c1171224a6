/** Text > Base64. */

import { card } from '../card';
import { field } from '../field';
import { withinMemory } from '../limits';

export const base64 = card('string:base64', {
  title: 'Base64',
  category: 'Text',
  summary: 'Writes the UTF-8 bytes of a text in base64, padded.',
  established: 'inferred',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { string: 'Ada:é' }, output: 'QWRhOsOp', source: 'exports' },
    { inputs: { string: '' }, output: '', source: 'assumed' },
  ],
  run: ({ string }) => ({ output: withinMemory(() => Buffer.from(string, 'utf8').toString('base64')) }),
});
