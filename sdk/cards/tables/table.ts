/** What the cards of Tables share: which table, its columns, and the designer's marks. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { DynamicFields } from '../card';
import type { CardContext, TableRow, TableRows } from '../context';
import { CardError } from '../error';
import { field } from '../field';
import { setOwn } from '../path';

/** The option that names the table. */
export const tableOption = field.text('Table', {
  key: 'stash',
  group: 'parameters',
  option: true,
  metadata: { type: 'object', table: true },
});

/** A cell for each column the author fills. */
export const cells = field.many('Fields', field.any());

/**
 * The table a card works on: the one its option names, or the one given by id at run time.
 * Fails with a CardError when neither names one.
 */
export function tableOf(table: string, context: CardContext): TableRows {
  const id = table === '' ? String(context.group('Table')['Table ID'] ?? '') : table;
  if (id === '') throw new CardError('No table is chosen; set the option Table, or the input Table ID.');
  return context.table(id);
}

/**
 * The cells as a table keeps them: an empty one is null, and every name is a column's.
 * Fails with a CardError that names a column the table does not have.
 */
export function cellsOf(fields: JsonObject, table: TableRows): JsonObject {
  const cells: JsonObject = {};
  for (const [name, value] of Object.entries(fields)) {
    checkColumn(name, table);
    setOwn(cells, name, value === '' ? null : value);
  }
  return cells;
}

/** Fails with a CardError when a table has no such column. */
export function checkColumn(name: string, table: TableRows): void {
  if (table.columns.length === 0 || table.columns.some((column) => column.name === name)) return;
  const names = table.columns.map((column) => column.name).join(', ');
  throw new CardError(`The table "${table.name}" has no column "${name}"; it has ${names}.`);
}

/** The row with an id, null where the run takes a missing row for nothing. Fails with a CardError otherwise. */
export function rowOf(id: string, table: TableRows, context: CardContext): TableRow | null {
  const row = table.rows().find((each) => each.id === id);
  if (row !== undefined) return row;
  if (context.assume('missing-row') === 'nothing') return null;
  throw new CardError(`The table "${table.name}" has no row "${id}".`);
}

/** A cell of a row, or one of the system's own fields. */
export function cellOf(row: TableRow, name: string): Json {
  if (Object.hasOwn(row.fields, name)) return row.fields[name] ?? null;
  switch (name) {
    case '_id':
    case 'Row ID':
      return row.id;
    case 'Created':
      return row.created;
    case 'Updated':
      return row.updated;
    default:
      return null;
  }
}

/** The mark that lets the designer load what belongs to the table that is chosen. */
export function mark(
  uuid: string,
  side: 'input' | 'output',
  at: { groupIndex: number } | { group: string; fieldIndex: number },
  method: string,
): DynamicFields {
  return 'group' in at
    ? { uuid, side, group: at.group, at: { fieldIndex: at.fieldIndex }, method, path: [] }
    : { uuid, side, group: null, at, method };
}
