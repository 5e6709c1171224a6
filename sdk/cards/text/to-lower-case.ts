/** Text > To Lower Case. */

import { card } from '../card';
import { field } from '../field';

export const toLowerCase = card('string:toLowerCase', {
  title: 'To Lower Case',
  category: 'Text',
  summary: 'Turns every capital letter of a text into a small one.',
  established: 'inferred',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { string: 'Ada.LOVELACE@Example.com' }, output: 'ada.lovelace@example.com', source: 'exports' },
  ],
  run: ({ string }) => ({ output: string.toLowerCase() }),
});
