/** Tables > Export to CSV: rows of a table as a file. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { fileValue } from '../file-content';
import { checkDelimiter, writeCsv } from './csv';
import { cellOf, checkColumn, mark, tableOf, tableOption } from './table';
import { matching, operands, where } from './where';

const group = 'Options';

export const exportToCsv = card('stash@0.7.148:exportToCSV', {
  title: 'Export to CSV',
  category: 'Tables',
  summary: 'Writes the rows of a table that meet conditions to a file, with a first line of column names.',
  established: 'inferred',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: {
        File: { extensible: false, reserved: {}, index: 1, type: 'object' },
        Filter: { extensible: false, reserved: {}, index: 2, type: 'object' },
        Options: { extensible: false, reserved: {}, index: 3, type: 'object' },
      },
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { CSV: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: {
    filename: field.text(undefined, { group: 'File', key: 'Filename', required: true }),
    where,
    delimiter: field.text(undefined, { group, key: 'Delimiter', required: true, default: ',' }),
    /** 0: all. */
    limit: field.number(undefined, { group, key: 'Limit' }),
    offset: field.number(undefined, { group, key: 'Offset' }),
    /** All columns when empty. */
    columns: field.listOf(field.text(), undefined, { group, key: 'Columns' }),
    table: tableOption,
    operands,
  },
  outputs: { file: field.file(undefined, { group: 'CSV', key: 'File Content' }) },
  dynamic: [mark('2fa2365b-04ac-4c68-8324-1e8a0aad9e87', 'input', { groupIndex: 0 }, 'getTableInputs')],
  examples: [
    {
      inputs: { table: 'table', filename: 'users.csv' },
      output: {
        name: 'users.csv',
        content: 'user,note\nada,"a, ""b"""\n',
        created: '2025-01-01T00:00:00.000Z',
        updated: '2025-01-01T00:00:00.000Z',
      },
      given: {
        now: '2025-01-01T00:00:00.000Z',
        columns: [
          { name: 'user', type: 'text' },
          { name: 'note', type: 'text' },
        ],
        rows: [{ user: 'ada', note: 'a, "b"' }],
      },
      source: 'exports',
    },
  ],
  run(
    { table: id, filename, where: expression, operands: byKey, delimiter, limit, offset, columns },
    context,
  ) {
    checkDelimiter(delimiter);
    const table = tableOf(id, context);
    for (const column of columns) checkColumn(column, table);
    const names = columns.length === 0 ? table.columns.map(({ name }) => name) : columns;
    const start = Math.max(0, offset ?? 0);
    const rows = matching(table, expression, byKey).slice(start, limit ? start + limit : undefined);
    const lines = rows.map((row) => names.map((name) => text(cellOf(row, name))));
    return { file: fileValue(filename, writeCsv([names, ...lines], delimiter), context.clock.now()) };
  },
});

function text(cell: Json): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
