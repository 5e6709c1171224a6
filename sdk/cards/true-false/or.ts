/** True/False > Or. */

import { card } from '../card';
import { field } from '../field';

export const or = card('boolean:or', {
  title: 'Or',
  category: 'True/False',
  summary: 'Says whether any of its inputs is true.',
  established: 'inferred',
  ports: { inputs: { extensible: true, rules: { '*': { types: ['boolean'], collection: false } } } },
  more: field.flag(),
  inputs: { a: field.flag('input 1'), b: field.flag('input 2') },
  outputs: { output: field.flag('any true?') },
  examples: [
    {
      inputs: { a: false, b: false, c: true },
      output: true,
      source: 'exports',
    },
    { inputs: { a: false, b: null }, output: false, source: 'assumed' },
  ],
  run: ({ a, b }, _context, more) => ({ output: [a, b, ...Object.values(more)].some(Boolean) }),
});
