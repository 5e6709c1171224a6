/** List > List to Text: the items of a list, in one text. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { withinMemory } from '../limits';

export const listToText = card('list:join', {
  title: 'List to Text',
  category: 'List',
  summary: 'Writes the items of a list one behind the other, with a separator between them.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['number', 'string', 'boolean', 'Date'], collection: true } },
    },
    outputs: { extensible: false },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: ['number', 'text', 'flag', 'date'] }),
    delimiter: field.text('separator', { default: ',' }),
  },
  outputs: { string: field.text('text', { default: null }) },
  examples: [
    {
      inputs: { list: ['a', 2, true], delimiter: ', ' },
      output: 'a, 2, true',
      source: 'function-reference/list/list_join',
    },
    {
      inputs: { list: ['a', 'b'], delimiter: '' },
      output: 'ab',
      source: 'function-reference/list/list_join',
    },
    {
      inputs: { list: [{ a: 1 }], delimiter: ',' },
      error: 'Pluck',
      source: 'function-reference/list/list_join',
    },
  ],
  run: ({ list, delimiter }) => ({ string: withinMemory(() => list.map(written).join(delimiter)) }),
});

function written(item: Json, index: number): string {
  if (item === null) return '';
  if (typeof item !== 'object') return String(item);
  throw new CardError(
    `Item ${index} of the list is ${Array.isArray(item) ? 'a list' : 'an object'}; List to Text takes texts, numbers, true/false and dates. Use Pluck first.`,
  );
}
