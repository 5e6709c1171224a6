/** The cards of Tables: they find, make, change and remove rows, and move them to and from files. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { type Fields, field, type ValueOf } from '../cards/field';
import { clearTable as clearTableCard } from '../cards/tables/clear-table';
import { createRow as createRowCard } from '../cards/tables/create-row';
import { deleteRow as deleteRowCard } from '../cards/tables/delete-row';
import { exportToCsv as exportToCsvCard } from '../cards/tables/export-to-csv';
import { importFromCsv as importFromCsvCard } from '../cards/tables/import-from-csv';
import { readRow as readRowCard } from '../cards/tables/read-row';
import { readTable as readTableCard } from '../cards/tables/read-table';
import { searchRows as searchRowsCard } from '../cards/tables/search-rows';
import { updateRow as updateRowCard } from '../cards/tables/update-row';
import { build } from './build';
import type { Said } from './hand';
import { type Ref, type RefsOf, tableValue, type Value } from './ref';
import { type Cells, columnsOf, conditions, given, type Table, type Where } from './table';

/** A row as a list of rows has it: its columns, and the system's own fields. */
export type RowOf<C extends Fields> = { [K in keyof C]: ValueOf<C[K]> } & {
  rowId: string;
  created: string;
  updated: string;
};

/** Search Rows, first match: the row's id and columns, all empty when nothing matches. */
export function findRow<C extends Fields>(
  table: Table<C>,
  where: Where<C>,
  options: Said = {},
): { readonly rowId: Ref<string>; readonly fields: RefsOf<C> } {
  const search = build(searchRowsCard);
  const { rowId, fields } = search(
    { table: tableValue(table.model), resultSet: 'one', where: conditions(table, where) },
    { ...options, many: { fields: table.columns } },
  );
  return { rowId, fields: fields as unknown as RefsOf<C> }; // one reference per column
}

/** Search Rows, all matches: a list of rows, at most 3,500. */
export function findRows<C extends Fields>(
  table: Table<C>,
  where: Where<C>,
  {
    sortBy,
    direction,
    limit,
    offset,
    ...said
  }: Said & {
    sortBy?: keyof C & string;
    direction?: 'asc' | 'desc';
    limit?: Value<number>;
    offset?: Value<number>;
  } = {},
): Ref<RowOf<C>[]> {
  const row = field.record(undefined, {
    ...table.columns,
    rowId: field.text(undefined, { key: 'Row ID' }),
    created: field.date(undefined, { key: 'Created' }),
    updated: field.date(undefined, { key: 'Updated' }),
  });
  const { rows } = build(searchRowsCard)(
    {
      table: tableValue(table.model),
      resultSet: 'all-new',
      where: conditions(table, where),
      ...given({ sortBy, direction, limit, offset }),
    },
    { ...said, as: { rows: field.listOf(row) } },
  );
  return rows as unknown as Ref<RowOf<C>[]>; // the row's own fields
}

/** Read Row: the columns of the row with this id, and when it was made and changed. */
export function readRow<C extends Fields>(
  table: Table<C>,
  rowId: Value<string>,
  options: Said = {},
): { readonly fields: RefsOf<C>; readonly created: Ref<string>; readonly updated: Ref<string> } {
  const { fields, ...dates } = build(readRowCard)(
    { table: tableValue(table.model), rowId },
    { ...options, many: { fields: table.columns } },
  );
  return { ...dates, fields: fields as unknown as RefsOf<C> }; // one reference per column
}

/** Create Row: gives the new row's id. A column left out gets its default. */
export function createRow<C extends Fields>(table: Table<C>, cells: Cells<C>, options: Said = {}) {
  return build(createRowCard)({ table: tableValue(table.model), fields: columnsOf(table, cells) }, options);
}

/** Update Row: new values for these columns; an empty one leaves its cell as it is, unless `emptyToo`. */
export function updateRow<C extends Fields>(
  table: Table<C>,
  rowId: Value<string>,
  cells: Cells<C>,
  { emptyToo = false, ...options }: Said & { emptyToo?: boolean } = {},
): void {
  build(updateRowCard)(
    {
      table: tableValue(table.model),
      rowId,
      updateEmptyInputs: emptyToo ? 'Yes' : 'No',
      fields: columnsOf(table, cells),
    },
    options,
  );
}

/** Delete Row. */
export function deleteRow(table: Table, rowId: Value<string>, options: Said = {}): void {
  build(deleteRowCard)({ table: tableValue(table.model), rowId }, options);
}

/** Clear Table: removes every row; gives how many there were. */
export function clearTable(table: Table, options: Said = {}) {
  return build(clearTableCard)({ table: tableValue(table.model) }, options);
}

/** Read Table: the table's columns. */
export function readTable(table: Table, options: Said = {}) {
  return build(readTableCard)({ table: tableValue(table.model) }, options);
}

/** Export to CSV: the rows that meet the conditions as a file. */
export function exportToCsv<C extends Fields>(
  table: Table<C>,
  filename: Value<string>,
  where: Where<C> = {},
  {
    delimiter,
    limit,
    offset,
    columns,
    ...said
  }: Said & {
    delimiter?: string;
    limit?: Value<number>;
    offset?: Value<number>;
    columns?: (keyof C & string)[];
  } = {},
) {
  return build(exportToCsvCard)(
    {
      table: tableValue(table.model),
      filename,
      where: conditions(table, where),
      ...given({ delimiter, limit, offset, columns }),
    },
    said,
  );
}

/** Import from CSV: a row for every line of a file; the rows there are go first, unless `keep`. Gives how many came. */
export function importFromCsv<C extends Fields>(
  table: Table<C>,
  file: Value<Json>,
  {
    keep = false,
    delimiter,
    select,
    mapping,
    ...said
  }: Said & {
    keep?: boolean;
    delimiter?: string;
    /** The columns of the file to take; all when absent. */
    select?: string[];
    /** The table's column by the file's, where the names differ. */
    mapping?: Record<string, keyof C & string>;
  } = {},
) {
  return build(importFromCsvCard)(
    {
      table: tableValue(table.model),
      file,
      clearDestination: !keep,
      ...given({ delimiter, select, mapping }),
    },
    said,
  );
}
