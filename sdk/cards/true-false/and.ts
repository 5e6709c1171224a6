/** True/False > And. */

import { card } from '../card';
import { field } from '../field';

export const and = card('boolean:and', {
  title: 'And',
  category: 'True/False',
  summary: 'Says whether all of its inputs are true.',
  established: 'inferred',
  ports: { inputs: { extensible: true, rules: { '*': { types: ['boolean'], collection: false } } } },
  more: field.flag(),
  inputs: { a: field.flag('input 1'), b: field.flag('input 2') },
  outputs: { output: field.flag('all true?') },
  examples: [
    {
      inputs: { a: true, b: true, c: true },
      output: true,
      source: 'exports',
    },
    { inputs: { a: true, b: 'false' }, output: false, source: 'assumed' },
    { inputs: { a: true, b: true, c: null }, output: false, source: 'assumed' },
  ],
  run: ({ a, b }, _context, more) => ({ output: [a, b, ...Object.values(more)].every(Boolean) }),
});
