/** Tables > Delete Row: a row less. */

import { card } from '../card';
import { field } from '../field';
import { mark, rowOf, tableOf, tableOption } from './table';

export const deleteRow = card('stash@0.7.148:deleteRow', {
  title: 'Delete Row',
  category: 'Tables',
  summary: 'Removes the row with a given id from a table.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: { 'Delete By': { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
    outputs: { extensible: false, rules: {}, groupRules: {} },
  },
  inputs: {
    table: tableOption,
    rowId: field.text(undefined, { group: 'Delete By', key: 'Row ID', required: true }),
  },
  outputs: {},
  dynamic: [
    mark(
      '4c77e414-c6ef-4778-8d2f-0106a7cc95f0',
      'input',
      { group: 'Delete By', fieldIndex: 0 },
      'getDeleteRowInputs',
    ),
  ],
  examples: [
    {
      inputs: { table: 'table', rowId: '1' },
      outputs: {},
      given: { rows: [{ user: 'ada' }] },
      source: 'function-reference/tables/tables_deleterow',
    },
  ],
  run({ table: id, rowId }, context) {
    const table = tableOf(id, context);
    if (rowOf(rowId, table, context) !== null) table.remove(rowId);
    return {};
  },
});
