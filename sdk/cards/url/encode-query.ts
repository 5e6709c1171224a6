/** URL > Encode Query. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { percentEncode } from '../limits';

export const encodeQuery = card('url:encode', {
  title: 'Encode Query',
  category: 'URL',
  summary: 'Writes the fields of an object as the query of a URL, a list as one pair for each item.',
  established: 'inferred',
  inputs: { data: field.object(undefined, { required: true }) },
  outputs: { output: field.text() },
  examples: [
    { inputs: { data: { q: 'a b', page: 2 } }, output: 'q=a%20b&page=2', source: 'exports' },
    { inputs: { data: { id: ['1', '2'], none: null } }, output: 'id=1&id=2&none=', source: 'assumed' },
  ],
  run: ({ data }) => ({
    output: Object.entries(data)
      .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => pair(name, each)))
      .join('&'),
  }),
});

function pair(name: string, value: Json): string {
  const text = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `${percentEncode(name)}=${percentEncode(text)}`;
}
