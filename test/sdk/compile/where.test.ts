/** Conditions on a table's rows: constants, values from cards, and both inside an inner block. */

import {
  clearTable,
  createRow,
  deleteRow,
  exportToCsv,
  field,
  findRow,
  findRows,
  ifError,
  importFromCsv,
  json,
  readRow,
  readTable,
  table,
  text,
  than,
  updateRow,
} from '../../../sdk/dsl';
import { compiled, flowWith, packOf, problemsOf } from './support/compiled';

const people = table({
  name: 'people',
  description: '',
  columns: { name: field.text(), age: field.number({ default: 18 } as never), since: field.date() },
});

const inputs = { name: field.text(), age: field.number(), json: field.text() };
const withTable = { tables: [people] };

/** The conditions of the only search of a flow, with the card and output of each value that comes from one. */
function conditions(body: Parameters<typeof flowWith<typeof inputs>>[1]) {
  const { cards } = compiled(packOf([flowWith(inputs, body)], withTable));
  const search = cards.find(({ node }) => node.key === 'searchRows2');
  const ports = Object.values(search?.node.model.inputs.data ?? {});
  const where = ports.find(({ key }) => key === 'Where Expression')?.value.data as
    | { expr: object[] }
    | undefined;
  const hidden = ports.filter(({ group }) => group === '_expr');
  for (const { key, metadata } of hidden) {
    const source = cards.find(({ uuid }) => uuid === metadata.method);
    expect(source?.pins[key]?.[search?.uuid ?? '']).toBeDefined();
  }
  return {
    expr: where?.expr,
    keys: hidden.map(({ key }) => key),
    types: hidden.map(({ value }) => value.type),
  };
}

describe('conditions', () => {
  it('hold constants', () => {
    const { expr, keys } = conditions(() => void findRow(people, { name: 'Ada', age: than('>=', 3) }));
    expect(keys).toEqual([]);
    expect(expr).toEqual([
      { lhs: 'name', op: '=', join: 'AND', rhs: 'Ada' },
      { lhs: 'age', op: '>=', join: 'AND', rhs: 3 },
    ]);
  });

  it.each([
    {
      where: 'in the flow',
      body: ({ name, age }: Given) => void findRow(people, { name, age: than('<', age) }),
      types: ['string', 'number'],
    },
    {
      where: 'in an inner block',
      body: ({ name, age }: Given) =>
        void ifError({ try: () => void findRows(people, { name, age }), catch: () => undefined }),
      types: ['string', 'number'],
    },
    {
      where: 'as a part of an object',
      body({ json: given }: Given) {
        const { output } = json.parse(
          { string: given },
          { as: { output: field.record('Person', { name: field.text() }) } },
        );
        findRow(people, { name: output.name });
      },
      types: ['string'],
    },
    {
      where: 'twice, once connected',
      body: ({ name }: Given) => void findRow(people, { name, since: name }),
      types: ['string'],
    },
  ])('take values $where', ({ body, types }) => {
    const { expr = [], keys, types: found } = conditions(body);
    expect(found).toEqual(types);
    const used = expr.map((each) =>
      'rhd' in each ? (each.rhd as { outputId: string }).outputId : undefined,
    );
    expect([...new Set(used)]).toEqual(keys);
  });
});

type Given = Parameters<Parameters<typeof flowWith<typeof inputs>>[1]>[0];

describe('the cards of Tables', () => {
  it('name their table, and columns with the types the table has', () => {
    const flow = flowWith(inputs, ({ name }) => {
      const { rowId } = createRow(people, { name, age: 3 });
      updateRow(people, rowId, { since: '2026-01-01T00:00:00.000Z' }, { emptyToo: true });
      const { fields, updated } = readRow(people, rowId);
      text.concatenate({ string1: fields.name, string2: updated as never });
      deleteRow(people, rowId);
      const { file } = exportToCsv(people, 'people.csv', { name }, { columns: ['name'] });
      importFromCsv(people, file, { keep: true, mapping: { Name: 'name' } });
      readTable(people);
      clearTable(people);
      findRows(people, {}, { sortBy: 'age', direction: 'asc', limit: 5 });
    });
    const { text: drawn, wire } = compiled(packOf([flow], withTable));
    const [id] = Object.keys(wire.data.tables);
    expect(drawn.replaceAll(id ?? '', 'people')).toBe(`Helper Flow
Create Row stash="people" name=Helper Flow.name age=3
Update Row stash="people" updateEmptyInputs="Yes" Row ID=Create Row.Row ID since="2026-01-01T00:00:00.000Z"
Read Row stash="people" Row ID=Create Row.Row ID
Concatenate string1=Read Row.name string2=Read Row.Updated|isoString
Delete Row stash="people" Row ID=Create Row.Row ID
Export to CSV stash="people" Filename="people.csv" Where Expression={"expr":[{"lhs":"name","op":"=","join":"AND","rhd":${rhd(drawn)}}]} Delimiter="," Columns=["name"]
Import from CSV stash="people" File Content=Export to CSV.File Content Mapping={"Name":"name"} Delimiter=","
Read Table stash="people"
Clear Table stash="people"
Search Rows stash="people" resultSet="all-new" Where Expression={"expr":[]} Column="age" Direction="asc" Limit=5`);
    const [created] = Object.values(wire.data.tables);
    expect(created?.data?.structure.map(({ type }) => type)).toEqual(['str', 'dec', 'dte']);
  });

  it('are refused without their table in the pack', () => {
    const flow = flowWith(inputs, ({ name }) => void findRow(people, { name }));
    expect(problemsOf(packOf([flow]))).toMatchObject([
      {
        where: ['test', 'Flow', 'Search Rows#1'],
        message: 'Card "Search Rows" uses the table "people", which is not part of "test".',
        hint: 'Add it to the tables of the pack.',
      },
    ]);
  });
});

function rhd(drawn: string): string {
  return /"rhd":(\{[^}]*\})/.exec(drawn)?.[1] ?? '';
}
