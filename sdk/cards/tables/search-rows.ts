/** Tables > Search Rows: the rows that meet conditions. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import type { CardContext, TableRow } from '../context';
import { CardError } from '../error';
import { field } from '../field';
import { cellOf, checkColumn, mark, tableOf, tableOption } from './table';
import { matching, operands, page, where } from './where';

const rows = [
  { user: 'ada', count: 2 },
  { user: 'bob', count: 10 },
];

export const searchRows = card('stash@0.7.148:searchRows2', {
  title: 'Search Rows',
  category: 'Tables',
  summary: 'Finds the rows of a table that meet conditions: the first one, or all, at most 3,500.',
  header: { executable: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: {
        Filter: { extensible: false, reserved: {}, index: 1, type: 'object' },
        Sort: { extensible: false, reserved: {}, index: 2, type: 'object' },
      },
    },
    outputs: { extensible: false, rules: {}, groupRules: { Row: { index: 0 }, Result: { index: 0 } } },
  },
  inputs: {
    where,
    sortBy: field.text(undefined, { group: 'Sort', key: 'Column', metadata: { type: 'list' } }),
    direction: field.choice(
      undefined,
      [
        { label: 'Ascending', value: 'asc' },
        { label: 'Descending', value: 'desc' },
      ],
      { group: 'Sort', key: 'Direction', required: true, default: 'desc' },
    ),
    limit: field.number(undefined, { group: 'Sort', key: 'Limit' }),
    offset: field.number(undefined, { group: 'Sort', key: 'Offset' }),
    table: tableOption,
    resultSet: field.choice(
      'Result Set',
      [
        { label: 'First matching row', value: 'one' },
        { label: 'All matching rows', value: 'all-new' },
      ],
      { group: 'parameters', option: true, default: 'one' },
    ),
    operands,
  },
  outputs: {
    rowId: field.text(undefined, { group: 'Row', key: 'Row ID' }),
    fields: field.many('Fields', field.any()),
    created: field.date(undefined, { group: 'Row', key: 'Created' }),
    updated: field.date(undefined, { group: 'Row', key: 'Updated' }),
    rows: field.list(undefined, { group: 'Result', key: 'Rows' }),
  },
  dynamic: [
    mark('e6af8d08-17c3-47c8-b0b7-ca6767ba6c2c', 'input', { groupIndex: 0 }, 'getTableInputs'),
    mark(
      'c8016122-2f66-49b9-b15a-b25fc079bc92',
      'input',
      { group: 'Sort', fieldIndex: 0 },
      'getColumnSortInput',
    ),
    mark('e2f449d4-0810-41ab-ba74-f8d529df1d4f', 'output', { groupIndex: 0 }, 'getQueryOutput'),
  ],
  examples: [
    {
      inputs: {
        table: 'table',
        resultSet: 'one',
        where: { expr: [{ lhs: 'user', op: '=', join: 'AND', rhd: { outputId: 'key', methodId: 'card' } }] },
        operands: { key: 'bob' },
      },
      outputs: {
        rowId: '2',
        created: '2025-01-01T00:00:00.000Z',
        updated: '2025-01-01T00:00:00.000Z',
        fields: { user: 'bob', count: 10 },
        rows: [],
      },
      given: { rows, now: '2025-01-01T00:00:00.000Z' },
      source: 'exports',
    },
    {
      inputs: {
        table: 'table',
        resultSet: 'one',
        where: { expr: [{ lhs: 'user', op: '=', join: 'AND', rhs: 'eve' }] },
      },
      outputs: { rowId: '', created: null, updated: null, fields: {}, rows: [] },
      given: { rows },
      source: 'exports',
    },
    {
      inputs: { table: 'table', resultSet: 'all-new', sortBy: 'count', direction: 'desc', limit: 1 },
      outputs: {
        rowId: '',
        created: null,
        updated: null,
        fields: {},
        rows: [
          {
            user: 'bob',
            count: 10,
            'Row ID': '2',
            Created: '2025-01-01T00:00:00.000Z',
            Updated: '2025-01-01T00:00:00.000Z',
          },
        ],
      },
      given: { rows, now: '2025-01-01T00:00:00.000Z' },
      source: 'function-reference/tables/tables_searchrows',
    },
  ],
  run(
    { table: id, where: expression, operands: byKey, sortBy, direction, limit, offset, resultSet },
    context,
  ) {
    const table = tableOf(id, context);
    if (sortBy !== '') checkColumn(sortBy, table);
    const found = sorted(matching(table, expression, byKey), sortBy, direction, context);
    if (resultSet === 'one') return oneRow(page(found, 1, offset)[0]);
    if (resultSet !== 'all-new' && resultSet !== 'all') {
      throw new CardError(
        `The result set is "${resultSet}"; use one (first matching row) or all-new (all matching rows).`,
      );
    }
    return { ...oneRow(undefined), rows: page(found, limit, offset).map(asObject) };
  },
});

function oneRow(row: TableRow | undefined): JsonObject {
  if (row === undefined) return { rowId: '', created: null, updated: null, fields: {}, rows: [] };
  return { rowId: row.id, created: row.created, updated: row.updated, fields: row.fields, rows: [] };
}

function asObject(row: TableRow): JsonObject {
  return { ...row.fields, 'Row ID': row.id, Created: row.created, Updated: row.updated };
}

/** Rows with the same cell stay in the order they were made. */
function sorted(rows: TableRow[], column: string, direction: string, context: CardContext): TableRow[] {
  if (column === '') {
    return context.assume('search-without-column') === 'newest first' ? rows.reverse() : rows;
  }
  const sign = direction === 'asc' ? 1 : -1;
  return rows
    .map((row) => ({ row, cell: cellOf(row, column) }))
    .sort((a, b) => sign * inOrder(a.cell, b.cell))
    .map(({ row }) => row);
}

/** Empty cells first, then numbers by value, then texts by letter. */
function inOrder(a: Json, b: Json): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function rank(cell: Json): number {
  if (cell === null || cell === '') return 0;
  return typeof cell === 'number' ? 1 : 2;
}
