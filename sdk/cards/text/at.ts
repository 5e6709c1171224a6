/** Text > At. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const at = card('string:at', {
  title: 'At',
  category: 'Text',
  summary: 'Gives the one character that stands at a position; the first is at 0.',
  established: 'assumed',
  inputs: {
    string: field.text('text', { required: true }),
    index: field.number('position', { required: true }),
  },
  outputs: { output: field.text('character') },
  examples: [
    { inputs: { string: 'Example', index: 0 }, output: 'E', source: 'assumed' },
    { inputs: { string: 'Example', index: 6 }, output: 'e', source: 'assumed' },
    { inputs: { string: 'Example', index: 7 }, output: null, source: 'assumed' },
    {
      inputs: { string: 'Example', index: -1 },
      error: 'position -1',
      given: { assume: { 'at-out-of-range': 'error' } },
      source: 'assumed',
    },
  ],
  run({ string, index }, context) {
    const position = Math.trunc(index ?? 0);
    if (position >= 0 && position < string.length) return { output: string.charAt(position) };
    if (context.assume('at-out-of-range') === 'null') return { output: null };
    throw new CardError(
      `There is no character at position ${position} of a text of length ${string.length}; use 0 to ${string.length - 1}.`,
    );
  },
});
