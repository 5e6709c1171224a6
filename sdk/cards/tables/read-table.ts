/** Tables > Read Table: the columns of a table. */

import { card } from '../card';
import { field } from '../field';
import { mark, tableOf, tableOption } from './table';

export const readTable = card('stash@0.7.147:readTable', {
  title: 'Read Table',
  category: 'Tables',
  summary: 'Gives the columns of a table, each with its name, type and default.',
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: { extensible: false, rules: {}, groupRules: {} },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { Output: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: { table: tableOption },
  outputs: { columnSchema: field.list(undefined, { group: 'Output', key: 'Column Schema' }) },
  dynamic: [mark('321e4a96-ed70-4529-b4e3-64ef8191cdc3', 'input', { groupIndex: 0 }, 'getReadTableInputs')],
  examples: [
    {
      inputs: { table: 'table' },
      output: [{ name: 'count', type: 'dec', default: null }],
      given: { columns: [{ name: 'count', type: 'number' }] },
      source: 'assumed',
    },
  ],
  run({ table }, context) {
    const { columns } = tableOf(table, context);
    return {
      columnSchema: columns.map(({ name, type, default: value }) => ({
        name,
        type: wire[type],
        default: value,
      })),
    };
  },
});

/** The platform's own names of the types of columns, as its table files have them. */
const wire = { text: 'str', number: 'dec', flag: 'bln', date: 'dte' };
