/** Text > Unique ID. */

import { card } from '../card';
import { field } from '../field';

export const uniqueId = card('string:uuid', {
  title: 'Unique ID',
  category: 'Text',
  summary: 'Makes up an id that nothing else has: a random UUID.',
  established: 'assumed',
  inputs: {},
  outputs: { output: field.text('unique ID') },
  examples: [
    {
      inputs: {},
      output: '00000000-0000-4000-8000-000000000000',
      given: { random: [0] },
      source: 'assumed',
    },
  ],
  // UUID version 4: x is any hexadecimal digit, y one of 8, 9, a and b.
  run: (_inputs, context) => ({
    output: 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
      const digit = Math.floor(context.random() * 16);
      return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
    }),
  }),
});
