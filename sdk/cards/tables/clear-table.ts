/** Tables > Clear Table: no rows at all. */

import { card } from '../card';
import { field } from '../field';
import { mark, tableOf, tableOption } from './table';

export const clearTable = card('stash@0.7.148:clearTable', {
  title: 'Clear Table',
  category: 'Tables',
  summary: 'Removes every row of a table and gives how many there were.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: { extensible: false, rules: {}, groupRules: {} },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { Table: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: { table: tableOption },
  outputs: { clearedRows: field.number(undefined, { group: 'Table', key: 'Cleared Rows' }) },
  dynamic: [mark('c38131ca-277a-4d28-8535-449fb4414bf7', 'input', { groupIndex: 0 }, 'getTableInputs')],
  examples: [
    {
      inputs: { table: 'table' },
      output: 2,
      given: { rows: [{ user: 'ada' }, { user: 'bob' }] },
      source: 'function-reference/tables/tables_cleartable',
    },
  ],
  run: ({ table }, context) => ({ clearedRows: tableOf(table, context).clear() }),
});
