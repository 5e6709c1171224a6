/** The cards of Tables: which rows they mean, and what becomes of them. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import type { ExampleWorld } from '../../../../sdk/cards/card';
import { cardNamed } from '../../../../sdk/cards/index';
import { readCsv, writeCsv } from '../../../../sdk/cards/tables/csv';
import { exampleContext, runExample } from '../../../support/card-context';

const columns: ExampleWorld['columns'] = [
  { name: 'user', type: 'text' },
  { name: 'count', type: 'number' },
  { name: 'status', type: 'text', default: 'open' },
];
const rows = [
  { user: 'ada', count: 2, status: 'open' },
  { user: 'bob', count: 10, status: 'done' },
  { user: 'Ada', count: 7, status: 'done' },
];

function cardOf(name: string) {
  const card = cardNamed(`stash:${name}`);
  if (card === undefined) throw new Error(`No card ${name}`);
  return card;
}

async function found(where: JsonObject[], further: JsonObject = {}, given: ExampleWorld = {}): Promise<Json> {
  const inputs = { table: 'table', resultSet: 'all-new', where: { expr: where }, ...further };
  const { rows: list } = await runExample(cardOf('searchRows2'), {
    inputs,
    given: { columns, rows, ...given },
  });
  return (list as JsonObject[]).map((row) => row.user ?? null); // Search Rows gives a list of objects.
}

/** The table after a card ran. */
async function tableAfter(name: string, inputs: JsonObject, given: ExampleWorld = {}) {
  const card = cardOf(name);
  const example = { inputs: { table: 'table', ...inputs }, given: { columns, rows, ...given } };
  const { context, inputs: coerced, recorded } = exampleContext(card, example);
  // The inputs have just been made to fit the card.
  await card.run(coerced.inputs as never, context, coerced.more);
  return recorded.table.rows().map((row) => row.fields);
}

describe('Search Rows', () => {
  test('finds equal texts to the letter', async () => {
    expect(await found([{ lhs: 'user', op: '=', rhs: 'ada', join: 'AND' }])).toEqual(['ada']);
  });

  test('compares numbers as numbers', async () => {
    expect(await found([{ lhs: 'count', op: '>', rhs: '2', join: 'AND' }])).toEqual(['bob', 'Ada']);
  });

  test('joins conditions from left to right, each with the next', async () => {
    const conditions = [
      { lhs: 'user', op: '=', rhs: 'ada', join: 'OR' },
      { lhs: 'user', op: '=', rhs: 'bob', join: 'AND' },
      { lhs: 'status', op: '=', rhs: 'done', join: 'OR' },
    ];
    expect(await found(conditions)).toEqual(['bob']);
  });

  test('finds by row id', async () => {
    expect(await found([{ lhs: '_id', op: '=', rhs: '3', join: 'AND' }])).toEqual(['Ada']);
  });

  test('sorts by a column, either way', async () => {
    expect(await found([], { sortBy: 'count', direction: 'asc' })).toEqual(['ada', 'Ada', 'bob']);
    expect(await found([], { sortBy: 'count', direction: 'desc' })).toEqual(['bob', 'Ada', 'ada']);
  });

  test('gives rows without a column to sort by in the order we assume', async () => {
    expect(await found([])).toEqual(['ada', 'bob', 'Ada']);
    const assume = { 'search-without-column': 'newest first' };
    expect(await found([], {}, { assume })).toEqual(['Ada', 'bob', 'ada']);
  });

  test('gives a page of at most 3,500 rows', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => ({ user: String(index) }));
    expect(await found([], { limit: 0 }, { rows: many })).toHaveLength(3_500);
    expect(await found([], { limit: 3_900 }, { rows: many })).toHaveLength(3_500);
    expect(await found([], { limit: 2, offset: 3_999 }, { rows: many })).toEqual(['3999']);
  });

  test.each([
    [
      'an unknown column',
      { lhs: 'usr', op: '=', rhs: 'ada' },
      'has no column "usr"; it has user, count, status',
    ],
    ['an unknown comparison', { lhs: 'user', op: 'like', rhs: 'ada' }, 'compares with "like"'],
    ['an unknown join', { lhs: 'user', op: '=', rhs: 'ada', join: 'XOR' }, 'use AND or OR'],
    ['a value nobody gives', { lhs: 'user', op: '=', rhd: { outputId: 'gone', methodId: 'm' } }, '"gone"'],
  ])('refuses %s', async (_what, condition, message) => {
    await expect(found([condition])).rejects.toThrow(message);
  });
});

describe('rows', () => {
  test('a new row has defaults where nothing is given', async () => {
    expect((await tableAfter('createRow', { fields: { user: 'eve', status: '' } })).at(-1)).toEqual({
      user: 'eve',
      count: null,
      status: 'open',
    });
  });

  test('an empty input leaves a cell as it is, or clears it where the card says so', async () => {
    const fields = { user: '', count: 3 };
    expect((await tableAfter('updateRow', { rowId: '1', fields }))[0]).toEqual({
      user: 'ada',
      count: 3,
      status: 'open',
    });
    expect((await tableAfter('updateRow', { rowId: '1', fields, updateEmptyInputs: 'Yes' }))[0]).toEqual({
      user: null,
      count: 3,
      status: 'open',
    });
  });

  test('a row that is deleted is gone, and the others stay', async () => {
    expect((await tableAfter('deleteRow', { rowId: '2' })).map(({ user }) => user)).toEqual(['ada', 'Ada']);
  });

  test.each(['updateRow', 'deleteRow', 'readRow'])(
    '%s of a row there is not is what we assume',
    async (name) => {
      await expect(tableAfter(name, { rowId: '9' })).rejects.toThrow('The table "table" has no row "9".');
      expect(await tableAfter(name, { rowId: '9' }, { assume: { 'missing-row': 'nothing' } })).toEqual(rows);
    },
  );

  test('a table may be named at run time', async () => {
    const given = { groups: { Table: { 'Table ID': 'table' } } };
    expect(await tableAfter('clearTable', { table: '' }, given)).toEqual([]);
    await expect(tableAfter('clearTable', { table: '' })).rejects.toThrow('No table is chosen');
  });
});

describe('CSV', () => {
  test('reads what it writes', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', 'a,b', 'line\nline', '\r\n', ';'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.constant('end'))),
        fc.constantFrom(',', ';', '\t'),
        (lines, delimiter) => {
          expect(
            readCsv(`head${delimiter}x${delimiter}y\n${writeCsv(lines, delimiter)}`, delimiter).slice(1),
          ).toEqual(lines);
        },
      ),
    );
  });

  test('takes a mark of Unicode, lines of either kind, and a last line without an end', () => {
    expect(readCsv('\uFEFFa,b\r\n1,\n\n,2', ',')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ]);
    expect(readCsv('1,', ',')).toEqual([['1', '']]);
    expect(() => readCsv('"a', ',')).toThrow('never closed');
  });

  test('Import takes chosen columns under new names, and replaces the rows', async () => {
    const file = { name: 'u.csv', content: 'login,n,x\neve,4,?\n', created: '', updated: '' };
    const inputs = { file, select: ['login', 'n'], mapping: { login: 'user', n: 'count' } };
    expect(await tableAfter('importFromCSV', inputs)).toEqual([{ user: 'eve', count: 4, status: 'open' }]);
    expect(await tableAfter('importFromCSV', { ...inputs, clearDestination: false })).toHaveLength(4);
  });

  test('Import leaves the table as it was when the file is bad', async () => {
    const file = { name: 'u.csv', content: 'user,count\na,1\nb,many\n', created: '', updated: '' };
    await expect(tableAfter('importFromCSV', { file })).rejects.toThrow('Line 3 of the file has "many"');
  });
});
