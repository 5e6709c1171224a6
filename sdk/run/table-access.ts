/** A table as a card sees it: every change is told. */

import type { CardView } from '@okta/workflows-connector-sdk-types';
import type { TableRows } from '../cards/context';
import { CardError } from '../cards/error';
import { named, type Run, tell } from './execution';
import type { TableRequest } from './table-faults';
import type { TableChanged } from './trace';

/** The rows of a table, for one card of one run. Fails with a CardError where the card names no table of the org. */
export function tableFor(id: string, card: CardView, run: Run): TableRows {
  const table = run.flow.space.table(id);
  if (table === undefined) {
    throw new CardError(
      id === ''
        ? `The card "${card.title}" names no table; choose one.`
        : `The card "${card.title}" uses the table "${id}", which is not in the org; import the folder that holds it.`,
    );
  }
  const told = (change: Pick<TableChanged, 'change' | 'row' | 'fields'>) =>
    tell(run, 'table', () => ({ ...named(card), table: table.name, ...change }));
  const ask = <T>(at: TableRequest, request: () => T) =>
    run.execution.machine.askTable(table.name, at, request);
  return {
    name: table.name,
    columns: table.columns,
    rows: () => ask('read', table.rows),
    insert: (fields) =>
      ask('insert', () => {
        const row = table.insert(fields);
        told({ change: 'insert', row: row.id, fields: row.fields });
        return row;
      }),
    update: (row, fields) =>
      ask('update', () => {
        const changed = table.update(row, fields);
        told({ change: 'update', row: changed.id, fields: changed.fields });
        return changed;
      }),
    remove: (row) =>
      ask('remove', () => {
        table.remove(row);
        told({ change: 'remove', row, fields: {} });
      }),
    clear: () =>
      ask('remove', () => {
        const count = table.clear();
        told({ change: 'clear', row: null, fields: {} });
        return count;
      }),
  };
}
