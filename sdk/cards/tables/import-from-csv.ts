/** Tables > Import from CSV: the lines of a file as rows of a table. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import type { TableRows } from '../context';
import { CardError } from '../error';
import { field } from '../field';
import { readFile } from '../file-content';
import { setOwn } from '../path';
import { newRow } from './create-row';
import { checkDelimiter, readCsv } from './csv';
import { checkColumn, mark, tableOf, tableOption } from './table';

const group = 'Options';
const file = (content: string) => ({ name: 'u.csv', content, created: '', updated: '' });

export const importFromCsv = card('stash@0.7.147:importFromCSV', {
  title: 'Import from CSV',
  category: 'Tables',
  summary:
    'Fills a table from a CSV file whose first line names the columns; unless told otherwise, the former rows go.',
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: {
        Source: { extensible: false, reserved: {}, index: 1, type: 'object' },
        Options: { extensible: false, reserved: {}, index: 2, type: 'object' },
      },
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { Table: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: {
    file: field.file(undefined, { group: 'Source', key: 'File Content', required: true }),
    /** The columns of the file to take; all when empty. */
    select: field.listOf(field.text(), undefined, { group, key: 'Select' }),
    /** The table's name of a column, by the file's, where they differ. */
    mapping: field.object(undefined, { group, key: 'Mapping' }),
    delimiter: field.text(undefined, { group, key: 'Delimiter', required: true, default: ',' }),
    /** Removes all rows first. */
    clearDestination: field.flag(undefined, { group, key: 'Clear Destination', default: true }),
    table: { ...tableOption, label: 'Destination Table' },
  },
  outputs: { newRows: field.number(undefined, { group: 'Table', key: 'New Rows' }) },
  dynamic: [
    mark('5ce30108-8972-46ab-9c7d-494772f04f77', 'input', { groupIndex: 0 }, 'getDestinationTableInputs'),
  ],
  examples: [
    {
      inputs: { table: 'table', file: file('user;n\r\n"a;b";1\r\n\r\nc;2\r\n'), delimiter: ';' },
      output: 2,
      given: {
        columns: [
          { name: 'user', type: 'text' },
          { name: 'n', type: 'number' },
        ],
      },
      source: 'assumed',
    },
    {
      inputs: { table: 'table', file: file('usr\na\n') },
      error: 'has no column "usr"',
      given: { columns: [{ name: 'user', type: 'text' }] },
      source: 'assumed',
    },
  ],
  run({ table: id, file: given, select, mapping, delimiter, clearDestination }, context) {
    checkDelimiter(delimiter);
    const table = tableOf(id, context);
    const [names = [], ...lines] = readCsv(readFile(given, 'File Content').content, delimiter);
    const taken = names
      .map((name, index) => ({ name, index, column: columnOf(name, mapping) }))
      .filter(({ name }) => select.length === 0 || select.includes(name));
    for (const { column } of taken) checkColumn(column, table);
    // Every line is read before a row is touched: a bad file leaves the table as it was.
    const rows = lines.map((line, number) => {
      const cells: JsonObject = {};
      for (const { column, index } of taken)
        setOwn(cells, column, cell(line[index] ?? '', column, number, table));
      return newRow(cells, table);
    });
    if (clearDestination) table.clear();
    for (const row of rows) table.insert(row);
    return { newRows: rows.length };
  },
});

function columnOf(name: string, mapping: JsonObject): string {
  return Object.hasOwn(mapping, name) ? String(mapping[name]) : name;
}

function cell(
  text: string,
  column: string,
  line: number,
  table: TableRows,
): string | number | boolean | null {
  const type = table.columns.find((each) => each.name === column)?.type;
  if (text === '') return null;
  if (type === 'flag') return text.toLowerCase() === 'true';
  if (type !== 'number') return text;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new CardError(
    `Line ${line + 2} of the file has "${text}" for the column "${column}", which takes a number.`,
  );
}
