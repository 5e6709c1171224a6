/** JSON > Stringify. */

import { card } from '../card';
import { field } from '../field';
import { withinMemory } from '../limits';

const anything = ['text', 'number', 'date', 'flag', 'object'] as const;

export const stringify = card('json:stringify', {
  title: 'Stringify',
  category: 'JSON',
  summary: 'Writes a value as JSON text, without blanks.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      rules: { object: { types: ['string', 'number', 'Date', 'boolean', 'object'], collection: '*' } },
    },
  },
  inputs: { object: field.any(undefined, { required: true, types: anything, default: {} }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { object: { a: [1, 'b', null] } }, output: '{"a":[1,"b",null]}', source: 'exports' },
    { inputs: { object: [{ id: 1 }] }, output: '[{"id":1}]', source: 'exports' },
    { inputs: { object: 'text' }, output: '"text"', source: 'assumed' },
  ],
  run: ({ object }) => ({ output: withinMemory(() => JSON.stringify(object)) }),
});
