/** Tables: their columns, values by column, and conditions on rows. */

import type { Json, JsonObject, TableModel, WhereModel } from '@okta/workflows-connector-sdk-types';
import type { Field, Fields, ValueOf } from '../cards/field';
import { AuthorError } from './author-error';
import { nameList } from './build';
import { type Value, valueModel, whereValue } from './ref';

/** A table, and its columns by name. */
export interface Table<C extends Fields = Fields> {
  readonly model: TableModel;
  readonly columns: C;
}

/** A table of a pack; its rows are never part of the file. Columns hold text, numbers, True/False or dates. */
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
        type: columnType(name, column),
        // The file holds every default as text (flopack-format §8.4).
        default: column.default === undefined || column.default === null ? null : String(column.default),
      })),
    },
    columns: options.columns,
  };
}

function columnType(name: string, { type, list }: Field): TableModel['columns'][number]['type'] {
  if (!list && (type === 'text' || type === 'number' || type === 'flag' || type === 'date')) return type;
  throw new AuthorError(
    `Column "${name}" is ${list ? 'a list' : `of type ${type}`}; a table holds text, numbers, True/False and dates.`,
  );
}

/** Values by column. */
export type Cells<C extends Fields> = { [K in keyof C]?: Value<ValueOf<C[K]>> };

/** Conditions by column: equal to this value, or compared as `than()` says. All of them must hold. */
export type Where<C extends Fields> = {
  [K in keyof C]?: Value<ValueOf<C[K]>> | Comparison<ValueOf<C[K]>>;
};

const compared: unique symbol = Symbol('how a column is compared');

/** How a column is compared, where it is not for equality. */
export interface Comparison<V> {
  readonly [compared]: { operator: WhereModel['operator']; value: Value<V> };
}

/** A condition other than equality: `{ count: than('>=', 3) }`. */
export function than<V>(operator: Exclude<WhereModel['operator'], '='>, value: Value<V>): Comparison<V> {
  return { [compared]: { operator, value } };
}

/** The conditions as a card takes them. */
export function conditions<C extends Fields>(table: Table<C>, where: Where<C>): Value<JsonObject> {
  return whereValue(
    Object.entries(columnsOf(table, where)).map(([column, value]): WhereModel => {
      const { operator, value: compareTo } = isComparison(value)
        ? value[compared]
        : { operator: '=' as const, value };
      return { column, operator, value: valueModel(compareTo) };
    }),
  );
}

function isComparison(value: unknown): value is Comparison<unknown> {
  return typeof value === 'object' && value !== null && compared in value;
}

/** What is given, by column; refuses a column that the table does not have. */
export function columnsOf(table: Table, cells: object): Record<string, Value<Json>> {
  const unknown = Object.keys(cells).find((name) => table.columns[name] === undefined);
  if (unknown !== undefined) {
    throw new AuthorError(
      `Table "${table.model.name}" has no column "${unknown}"; it has ${nameList(table.columns)}.`,
    );
  }
  return given(cells) as Record<string, Value<Json>>; // the columns' own values
}

/** What is set of some inputs. */
export function given<T extends object>(inputs: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const set = Object.entries(inputs).filter(([, value]) => value !== undefined);
  // The same keys without those that are not set.
  return Object.fromEntries(set) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
