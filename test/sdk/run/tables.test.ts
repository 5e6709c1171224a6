import { virtualClock } from '../../../sdk/run/clock';
import { createTable } from '../../../sdk/run/tables';

const make = () => {
  const clock = virtualClock('2026-01-01T00:00:00.000Z');
  const table = createTable(
    {
      name: 'people',
      columns: [
        { name: 'name', type: 'text', default: null },
        { name: 'age', type: 'number', default: '18' },
        { name: 'admin', type: 'flag', default: null },
      ],
    },
    clock,
  );
  return { clock, table };
};

describe('createTable', () => {
  it('brings cells to the types of their columns, and fills in defaults', () => {
    const { table } = make();
    expect(table.insert({ name: 7, admin: 'true' })).toEqual({
      id: '1',
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:00.000Z',
      fields: { name: '7', age: 18, admin: true },
    });
    expect(table.insert({}).fields).toEqual({ name: null, age: 18, admin: null });
  });

  it('updates, removes and clears rows, and never uses an id again', async () => {
    const { table, clock } = make();
    const { id } = table.insert({ name: 'Ada' });
    await clock.wait(1_000);
    expect(table.update(id, { age: 36 })).toMatchObject({
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:01.000Z',
      fields: { name: 'Ada', age: 36 },
    });
    table.remove(id);
    expect(table.insert({}).id).toBe('2');
    expect(table.clear()).toBe(1);
    expect(table.rows()).toEqual([]);
  });

  it('gives copies', () => {
    const { table } = make();
    table.insert({ name: 'Ada' });
    for (const row of table.rows()) row.fields.name = 'changed';
    expect(table.rows()[0]?.fields.name).toBe('Ada');
  });

  it('says what is wrong: the row, or the column and those there are', () => {
    const { table } = make();
    expect(() => table.update('9', {})).toThrow('The table "people" has no row "9".');
    expect(() => table.remove('9')).toThrow('The table "people" has no row "9".');
    expect(() => table.insert({ nmae: 'Ada' })).toThrow(
      'The table "people" has no column "nmae"; it has "name", "age", "admin".',
    );
  });
});
