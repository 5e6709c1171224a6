/** The tables of the local org: rows in memory, kept in the order they were made. */

import type { Clock, Json, JsonObject, TableView } from '@okta/workflows-connector-sdk-types';
import { coerce } from '../cards/coerce';
import type { TableRow } from '../cards/context';
import { CardError } from '../cards/error';
import { field } from '../cards/field';
import { setOwn } from '../cards/path';
import { OrgError } from './org-error';
import { instant } from './trace';

type Column = TableView['columns'][number];

/** A table's name and columns. */
export type TableShape = Pick<Table, 'name' | 'columns'>;

/** A table, changed by whoever holds it; what becomes of the change is for the holder to tell. */
export interface Table {
  name: string;
  columns: readonly Column[];
  rows(): TableRow[];
  insert(fields: JsonObject): TableRow;
  update(id: string, fields: JsonObject): TableRow;
  remove(id: string): void;
  clear(): number;
}

/** An empty table, as the importer makes it. */
export function createTable(view: TableShape, clock: Clock): Table {
  const rows = new Map<string, TableRow>();
  let lastId = 0;
  const now = () => instant(clock.now());

  /** The fields of a change, brought to the types of their columns. Fails with a CardError that names the column. */
  const typed = (fields: JsonObject): JsonObject => {
    const values: JsonObject = {};
    for (const [name, value] of Object.entries(fields)) {
      const column = view.columns.find((one) => one.name === name);
      if (column === undefined) throw new CardError(noColumn(name, view));
      setOwn(values, name, cell(value, column));
    }
    return values;
  };
  const find = (id: string): TableRow => {
    const row = rows.get(String(id));
    if (row === undefined) throw new CardError(`The table "${view.name}" has no row "${id}".`);
    return row;
  };

  return {
    name: view.name,
    columns: view.columns,
    rows: () => [...rows.values()].map(copy),
    insert(fields) {
      const values = typed(fields);
      const row: TableRow = { id: String(++lastId), created: now(), updated: now(), fields: {} };
      for (const column of view.columns) {
        const given = Object.hasOwn(values, column.name) ? values[column.name] : undefined;
        setOwn(row.fields, column.name, given ?? cell(column.default, column));
      }
      rows.set(row.id, row);
      return copy(row);
    },
    update(id, fields) {
      const row = find(id);
      const changed = { ...row, updated: now(), fields: { ...row.fields, ...typed(fields) } };
      rows.set(row.id, changed);
      return copy(changed);
    },
    remove(id) {
      rows.delete(find(id).id);
    },
    clear() {
      const count = rows.size;
      rows.clear();
      return count;
    },
  };
}

/** Puts rows into every table of a name. Throws OrgError for an unknown table, column or value; nothing has changed then. */
export function fillTables(
  name: string,
  rows: readonly JsonObject[],
  tables: readonly Table[],
  clock: Clock,
): void {
  const named = tables.filter((table) => table.name === name);
  if (named.length === 0) {
    const names = tables.map((table) => `"${table.name}"`).join(', ');
    throw new OrgError(`The org has no table "${name}".`, `It has ${names === '' ? 'none' : names}.`);
  }
  for (const table of named) {
    for (const column of rows.flatMap((row) => Object.keys(row))) {
      if (table.columns.some((known) => known.name === column)) continue;
      throw new OrgError(noColumn(column, table), 'Name the columns as the table does.');
    }
    // A value that its column cannot take must show before the first row is in.
    const trial = createTable(table, clock);
    for (const row of rows) tryInsert(trial, row);
  }
  for (const table of named) for (const row of rows) table.insert(row);
}

function tryInsert(table: Table, row: JsonObject): void {
  try {
    table.insert(row);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new OrgError(`The table "${table.name}" cannot take a row: ${message}`, 'Correct the value.');
  }
}

/** Says that a table lacks a column, and which ones it has. */
function noColumn(name: string, table: TableShape): string {
  const known = table.columns.map((column) => `"${column.name}"`).join(', ');
  return `The table "${table.name}" has no column "${name}"; it has ${known === '' ? 'none' : known}.`;
}

const columnFields = { text: field.text(), number: field.number(), flag: field.flag(), date: field.date() };

/** A cell that was never filled is null, whatever its type. */
function cell(value: Json, column: Column): Json {
  return value === null ? null : coerce(value, columnFields[column.type], column.name);
}

function copy(row: TableRow): TableRow {
  return { ...row, fields: { ...row.fields } };
}
