/** Text > Base64 Decode. */

import { card } from '../card';
import { field } from '../field';
import { withinMemory } from '../limits';

export const base64Decode = card('string:base64Decode', {
  title: 'Base64 Decode',
  category: 'Text',
  summary: 'Reads a base64 text back into the text it stands for.',
  established: 'inferred',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { string: 'IA==' }, output: ' ', source: 'exports' },
    { inputs: { string: 'QWRhOsOp' }, output: 'Ada:é', source: 'exports' },
  ],
  run: ({ string }) => ({ output: withinMemory(() => Buffer.from(string, 'base64').toString('utf8')) }),
});
