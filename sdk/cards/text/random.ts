/** Text > Random. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LONGEST = 1_000_000;

export const random = card('string:random', {
  title: 'Random',
  category: 'Text',
  summary: 'Makes up a text of a given length, of capital letters and digits.',
  established: 'inferred',
  inputs: { length: field.number(undefined, { required: true }) },
  outputs: { output: field.text() },
  examples: [
    {
      inputs: { length: 6 },
      output: 'JIDR83',
      given: { random: [9.5 / 36, 8.5 / 36, 3.5 / 36, 17.5 / 36, 34.5 / 36, 29.5 / 36] },
      source: 'exports',
    },
    { inputs: { length: 0 }, output: '', source: 'assumed' },
    { inputs: { length: -1 }, error: '"length" is -1', source: 'assumed' },
  ],
  run({ length }, context) {
    const count = Math.trunc(length ?? 0);
    if (count < 0 || count > LONGEST) {
      throw new CardError(`"length" is ${count}; a random text has 0 to ${LONGEST} characters.`);
    }
    let output = '';
    for (let index = 0; index < count; index += 1) {
      output += ALPHABET.charAt(Math.floor(context.random() * ALPHABET.length));
    }
    return { output };
  },
});
