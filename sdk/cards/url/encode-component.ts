/** URL > Encode Component. */

import { card } from '../card';
import { field } from '../field';
import { percentEncode } from '../limits';

export const encodeComponent = card('url:encodeComponent', {
  title: 'Encode Component',
  category: 'URL',
  summary: 'Writes a text so that it can stand as one part of a URL.',
  established: 'inferred',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { string: 'a b&c=d/é' }, output: 'a%20b%26c%3Dd%2F%C3%A9', source: 'exports' },
    { inputs: { string: 'auth0|123' }, output: 'auth0%7C123', source: 'exports' },
    { inputs: { string: '\ud800' }, error: 'half of a character', source: 'assumed' },
  ],
  run: ({ string }) => ({ output: percentEncode(string) }),
});
