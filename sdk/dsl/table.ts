/** Tables: their columns, and cards that find, make and change rows. */

import type { JsonObject, TableModel, WhereModel } from '@okta/workflows-connector-sdk-types';
import { type Field, type Fields, field, type ValueOf } from '../cards/field';
import { createRow as createRowCard } from '../cards/tables/create-row';
import { searchRows as searchRowsCard } from '../cards/tables/search-rows';
import { placeCard } from './build';
import { type Ref, type RefsOf, refTo, type Value, valueModel } from './ref';

export interface Table<C extends Fields = Fields> {
  readonly model: TableModel;
  readonly columns: C;
}

/** A table of a pack; its rows are never part of the file. */
export function table<const C extends Fields>(options: {
  name: string;
  description: string;
  columns: C;
}): Table<C> {
  return {
    model: {
      name: options.name,
      description: options.description,
      columns: Object.entries(options.columns).map(([name, column]) => ({
        name,
        type: columnType(column),
        default: typeof column.default === 'string' ? column.default : null,
      })),
    },
    columns: options.columns,
  };
}

function columnType(column: Field): TableModel['columns'][number]['type'] {
  return column.type === 'number' || column.type === 'flag' || column.type === 'date' ? column.type : 'text';
}

/** Conditions by column: equal to this value, all of them. */
export type Where<C extends Fields> = { [K in keyof C]?: Value<ValueOf<C[K]>> };

/** Search Rows, first match: the row's id and columns, all empty when nothing matches. */
export function findRow<C extends Fields>(
  table: Table<C>,
  where: Where<C>,
  options: { title?: string; note?: string } = {},
): { readonly rowId: Ref<string>; readonly fields: RefsOf<C> } {
  const card = search(table, where, 'one', options, table.columns);
  const rowId = field.text();
  return {
    rowId: refTo({ card, group: 'Row', key: 'Row ID', path: [], type: { type: 'text', list: false } }, rowId),
    fields: columnRefs(card, table.columns),
  };
}

/** Search Rows, all matches: a list of rows, at most 3,500. */
export function findRows<C extends Fields>(
  table: Table<C>,
  where: Where<C>,
  options: { title?: string; note?: string } = {},
): Ref<JsonObject[]> {
  const card = search(table, where, 'all-new', options, {});
  return refTo(
    { card, group: 'Result', key: 'Rows', path: [], type: { type: 'object', list: true } },
    field.list(),
    // Rows are read field by field, by iterators; nothing is known of them here.
  ) as Ref<JsonObject[]>;
}

/** Create Row: gives the new row's id. */
export function createRow<C extends Fields>(
  table: Table<C>,
  values: Where<C>,
  options: { title?: string; note?: string } = {},
): { readonly rowId: Ref<string> } {
  const card = placeCard(createRowCard, { fields: values }, options);
  card.inputs.table = { kind: 'table', table: table.model };
  return {
    rowId: refTo(
      { card, group: 'Output', key: 'Row ID', path: [], type: { type: 'text', list: false } },
      field.text(),
    ),
  };
}

function search<C extends Fields>(
  table: Table<C>,
  where: Where<C>,
  resultSet: 'one' | 'all-new',
  options: { title?: string; note?: string },
  wanted: Fields,
) {
  const card = placeCard(searchRowsCard, { resultSet }, { ...options, many: { fields: wanted } });
  card.inputs.table = { kind: 'table', table: table.model };
  card.inputs.where = {
    kind: 'where',
    conditions: Object.entries(where).map(
      ([column, value]): WhereModel => ({ column, operator: '=', value: valueModel(value) }),
    ),
  };
  return card;
}

function columnRefs<C extends Fields>(card: ReturnType<typeof search>, columns: C): RefsOf<C> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      refTo(
        { card, group: 'Fields', key: name, path: [], type: { type: columnType(column), list: false } },
        column,
      ),
    ]),
    // One reference per column: what RefsOf<C> lists.
  ) as RefsOf<C>;
}
