/** Tables > Update Row: new values for the cells of a row. */

import { card } from '../card';
import { field } from '../field';
import { cells, cellsOf, mark, rowOf, tableOf, tableOption } from './table';

export const updateRow = card('stash@0.7.148:updateRow', {
  title: 'Update Row',
  category: 'Tables',
  summary:
    'Changes cells of a row; an empty input leaves its cell as it is, unless its option says otherwise.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: {
        'Update By': { extensible: false, reserved: {}, index: 1, type: 'object' },
        Fields: { index: 2 },
      },
    },
    outputs: { extensible: false, rules: {}, groupRules: {} },
  },
  inputs: {
    rowId: field.text(undefined, { group: 'Update By', key: 'Row ID', required: true }),
    table: tableOption,
    updateEmptyInputs: field.choice(
      'Update Empty Inputs',
      [
        { label: 'No', value: 'No' },
        { label: 'Yes', value: 'Yes' },
      ],
      { group: 'parameters', option: true, default: 'No' },
    ),
    fields: cells,
  },
  outputs: {},
  dynamic: [
    mark('325a77d2-f440-42e9-bdc1-d892a45c776c', 'input', { groupIndex: 0 }, 'getTableInputs'),
    mark('599673db-2e8b-4aec-972e-1e312813d43c', 'input', { groupIndex: 2 }, 'getColumnFields'),
  ],
  examples: [
    {
      inputs: { table: 'table', rowId: '1', updateEmptyInputs: 'No', fields: { status: 'done', note: '' } },
      outputs: {},
      given: { rows: [{ status: 'open', note: 'x' }] },
      source: 'function-reference/tables/tables_updaterow',
    },
    {
      inputs: { table: 'table', rowId: '7', fields: { status: 'done' } },
      error: 'no row "7"',
      given: { rows: [{ status: 'open' }] },
      source: 'assumed',
    },
  ],
  run({ table: id, rowId, updateEmptyInputs, fields }, context) {
    const table = tableOf(id, context);
    const cells = cellsOf(fields, table);
    const changes =
      updateEmptyInputs === 'Yes'
        ? cells
        : Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));
    if (rowOf(rowId, table, context) !== null) table.update(rowId, changes);
    return {};
  },
});
