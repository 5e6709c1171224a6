/** List > Includes: whether a list has a value. */

import { card } from '../card';
import { field } from '../field';
import { identity } from '../same';

export const includes = card('list:includes', {
  title: 'Includes',
  category: 'List',
  summary: 'Says whether one item of a list is exactly a value.',
  header: { timeout: 90_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: { list: { types: ['*'], collection: true }, value: { types: ['*'], collection: false } },
    },
    outputs: { extensible: false, rules: { result: { types: ['boolean'], collection: false } } },
  },
  inputs: {
    list: field.anyList(undefined, { required: true, types: '*' }),
    value: field.any(undefined, { required: true, types: '*' }),
  },
  outputs: { result: field.flag() },
  examples: [
    {
      inputs: { list: ['a', 'b'], value: 'b' },
      output: true,
      source: 'function-reference/list/list_includes',
    },
    { inputs: { list: ['a', 'b'], value: 'B' }, output: false, source: 'assumed' },
    { inputs: { list: [{ x: 1, y: 2 }], value: { y: 2, x: 1 } }, output: true, source: 'assumed' },
  ],
  run({ list, value }) {
    const wanted = identity(value);
    return { result: list.some((item) => item === value || identity(item) === wanted) };
  },
});
