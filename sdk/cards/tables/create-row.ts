/** Tables > Create Row: a new row. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import type { TableRows } from '../context';
import { field } from '../field';
import { cells, cellsOf, mark, tableOf, tableOption } from './table';

export const createRow = card('stash@0.7.148:createRow', {
  title: 'Create Row',
  category: 'Tables',
  summary: 'Adds a row to a table; a cell left empty takes the default of its column.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: { extensible: false, rules: {}, groupRules: { Fields: { index: 1 } } },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { Output: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: { table: tableOption, fields: cells },
  outputs: { rowId: field.text(undefined, { group: 'Output', key: 'Row ID' }) },
  dynamic: [
    mark('2d29075f-a078-44b2-a131-0f1f8f578098', 'input', { groupIndex: 0 }, 'getTableInputs'),
    mark('5b953cb0-ef6e-4e79-839c-557564898994', 'input', { groupIndex: 1 }, 'getColumnFields'),
  ],
  examples: [
    {
      inputs: { table: 'table', fields: { user: 'ada' } },
      output: '1',
      given: { columns: [{ name: 'user', type: 'text' }] },
      source: 'function-reference/tables/tables_createrow',
    },
    {
      inputs: { table: 'table', fields: { usr: 'ada' } },
      error: 'has no column "usr"',
      given: { columns: [{ name: 'user', type: 'text' }] },
      source: 'assumed',
    },
  ],
  run({ table: id, fields }, context) {
    const table = tableOf(id, context);
    return { rowId: table.insert(newRow(fields, table)).id };
  },
});

/** The cells of a new row: those given, and the defaults of columns left empty. */
export function newRow(fields: JsonObject, table: TableRows): JsonObject {
  const given = cellsOf(fields, table);
  const defaults = table.columns
    .filter(({ name }) => !Object.hasOwn(given, name) || given[name] === null)
    .map(({ name, type, default: value }) => [name, defaultCell(type, value)] as const);
  return { ...given, ...Object.fromEntries(defaults) };
}

/** A table's defaults are kept as text, whatever the column's type. */
function defaultCell(
  type: TableRows['columns'][number]['type'],
  value: string | null,
): string | number | boolean | null {
  if (value === null || value === '') return null;
  if (type === 'number') return Number(value);
  return type === 'flag' ? value.toLowerCase() === 'true' : value;
}
