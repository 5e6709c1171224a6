/** JSON > Parse. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { withinMemory } from '../limits';

const anything = ['text', 'number', 'date', 'object', 'flag'] as const;

export const parse = card('json:parse', {
  title: 'Parse',
  category: 'JSON',
  summary: 'Reads the value that a JSON text describes.',
  established: 'inferred',
  header: { executable: true, timeout: 30_000 },
  ports: {
    outputs: {
      rules: { output: { types: ['string', 'number', 'Date', 'object', 'boolean'], collection: '*' } },
    },
  },
  inputs: { string: field.text(undefined, { required: true }) },
  outputs: { output: field.any(undefined, { types: anything }) },
  examples: [
    { inputs: { string: '{"a":[1,"b",null]}' }, output: { a: [1, 'b', null] }, source: 'exports' },
    { inputs: { string: '[{"id":1}]' }, output: [{ id: 1 }], source: 'exports' },
    { inputs: { string: '{"a":' }, error: 'no JSON', source: 'assumed' },
    { inputs: { string: '' }, error: 'empty', source: 'assumed' },
    {
      inputs: { string: ' ' },
      output: null,
      given: { assume: { 'parse-empty-text': 'null' } },
      source: 'assumed',
    },
  ],
  run({ string }, context) {
    if (string.trim() === '') {
      if (context.assume('parse-empty-text') === 'null') return { output: null };
      throw new CardError('The text to parse is empty; give it a JSON text, such as {} or [].');
    }
    return { output: withinMemory(() => parsed(string)) };
  },
});

function parsed(text: string): Json {
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    throw new CardError(`The text to parse is no JSON: ${start} (${error.message.slice(0, 120)})`);
  }
}
