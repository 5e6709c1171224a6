/** Flows > Export Flow. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

export const exportFlow = card('utility:exportFlo', {
  title: 'Export Flow',
  category: 'Flows',
  summary: 'Writes a flow of the org into a JSON file.',
  established: 'inferred',
  header: { executable: true },
  ports: { inputs: { groupRules: { context: { extensible: false, reserved: {}, type: 'object' } } } },
  inputs: {
    flow: field.flow('Flow', { key: 'flo', required: true }),
    pretty: field.flag('JSON Pretty Print?', { required: true, default: true }),
    indent: field.number('Number of Indented Spaces', { default: 2 }),
  },
  outputs: { output: field.file() },
  examples: [{ inputs: { flow: 'some-flow' }, error: 'only in a real org', source: 'exports' }],
  run({ flow }) {
    throw new CardError(
      `Export Flow works only in a real org: no local run can write the file of the flow "${flow}".`,
    );
  },
});
