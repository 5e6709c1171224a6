/** List > Group By: a list of objects, sorted into lists by one of their values. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { valueToCompare } from './remove-duplicates';

export const groupBy = card('list:groupBy', {
  title: 'Group By',
  category: 'List',
  summary: 'Makes an object that holds, for every value at a path, the list of the items that have it.',
  established: 'assumed',
  header: { timeout: 90_000 },
  ports: { inputs: { extensible: false }, outputs: { extensible: false } },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    path: field.text(),
  },
  outputs: { groups: field.object() },
  examples: [
    {
      inputs: {
        list: [
          { s: 'on', n: 1 },
          { s: 'off', n: 2 },
          { s: 'on', n: 3 },
        ],
        path: 's',
      },
      output: {
        on: [
          { s: 'on', n: 1 },
          { s: 'on', n: 3 },
        ],
        off: [{ s: 'off', n: 2 }],
      },
      source: 'assumed',
    },
  ],
  run({ list, path }) {
    const groups = new Map<string, Json[]>();
    for (const item of list) {
      const value = valueToCompare(item, path);
      const key = value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return { groups: Object.fromEntries(groups) };
  },
});
