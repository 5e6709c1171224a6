/** Flow Control > Return: ends the flow and gives values back to its caller. */

import { card } from '../card';
import { field } from '../field';

const anything = { '*': { types: ['*'], collection: '*' } };

export const returnValues = card('control:return', {
  title: 'Return',
  category: 'Flow Control',
  summary: 'Ends the flow, or the block it stands in, and hands the values back.',
  header: { mirrored: true, timeout: 90_000 },
  ports: {
    inputs: { extensible: true, rules: anything },
    outputs: { extensible: true, rules: anything },
  },
  inputs: {},
  outputs: {},
  more: field.any(),
  examples: [{ inputs: { joined: 'a b' }, outputs: { joined: 'a b' }, source: 'exports' }],
  run: (_inputs, context, more) => context.leave('return', more),
});
