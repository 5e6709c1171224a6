/** Tables > Read Row: the cells of a row. */

import { card } from '../card';
import { field } from '../field';
import { mark, rowOf, tableOf, tableOption } from './table';

export const readRow = card('stash@0.7.148:readRow', {
  title: 'Read Row',
  category: 'Tables',
  summary: 'Gives the cells of the row with a given id, and when it was made and last changed.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: { 'Read By': { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: {
        Row: { extensible: false, reserved: {}, index: 0, type: 'object' },
        Fields: { index: 1 },
      },
    },
  },
  inputs: {
    table: tableOption,
    rowId: field.text(undefined, { group: 'Read By', key: 'Row ID', required: true }),
  },
  outputs: {
    created: field.date(undefined, { group: 'Row', key: 'Created' }),
    fields: field.many('Fields', field.any()),
    updated: field.date(undefined, { group: 'Row', key: 'Updated' }),
  },
  dynamic: [
    mark(
      '0ce5801a-2e9c-4175-a3e3-4f27716275cd',
      'input',
      { group: 'Read By', fieldIndex: 0 },
      'getReadRowInputs',
    ),
    mark('cec8e43e-41b1-436f-935f-8744f1328e58', 'output', { groupIndex: 1 }, 'getRowOutputs'),
  ],
  examples: [
    {
      inputs: { table: 'table', rowId: '1' },
      outputs: {
        created: '2025-01-01T00:00:00.000Z',
        updated: '2025-01-01T00:00:00.000Z',
        fields: { user: 'ada' },
      },
      given: { rows: [{ user: 'ada' }], now: '2025-01-01T00:00:00.000Z' },
      source: 'function-reference/tables/tables_readrow',
    },
    {
      inputs: { table: 'table', rowId: '2' },
      error: 'no row "2"',
      given: { rows: [{ user: 'ada' }] },
      source: 'assumed',
    },
  ],
  run({ table: id, rowId }, context) {
    const row = rowOf(rowId, tableOf(id, context), context);
    if (row === null) return { created: null, updated: null, fields: {} };
    return { created: row.created, updated: row.updated, fields: row.fields };
  },
});
