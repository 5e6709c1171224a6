/** Connector Builder > To String. */

import { card } from '../card';
import { coerce } from '../coerce';
import { field } from '../field';

export const toText = card('control:toString', {
  title: 'To String',
  category: 'Connector Builder',
  summary: 'Writes any value as text: an object as JSON, the rest as it reads.',
  inputs: { value: field.any(undefined, { required: true, types: '*' }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { value: 123 }, output: '123', source: 'function-reference/control/control_tostring' },
    { inputs: { value: false }, output: 'false', source: 'function-reference/control/control_tostring' },
    { inputs: { value: 'True' }, output: 'True', source: 'function-reference/control/control_tostring' },
    {
      inputs: { value: { employee: { firstname: 'John', lastname: 'Smith', status: 'active' } } },
      output: '{"employee":{"firstname":"John","lastname":"Smith","status":"active"}}',
      source: 'function-reference/control/control_tostring',
    },
  ],
  run: ({ value }) => ({ output: coerce(value, asText) }),
});

const asText = field.text();
