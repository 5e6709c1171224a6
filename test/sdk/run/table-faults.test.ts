import type { TableFault } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../../../sdk/cards/error';
import { compilePack } from '../../../sdk/compile/pack';
import { createRow, field, helperFlow, ifError, pack, table } from '../../../sdk/dsl';
import { createTableFaults } from '../../../sdk/run/table-faults';
import { orgWith } from './support/orgs';

/** Asks a table for rows so often, and says which times it answered. */
function answered(times: number, ...faults: TableFault[]): boolean[] {
  const ask = createTableFaults(faults);
  return Array.from({ length: times }, () => {
    try {
      return ask('audit', 'insert', () => true);
    } catch (error) {
      expect(error).toBeInstanceOf(CardError);
      return false;
    }
  });
}

describe('createTableFaults', () => {
  it('lets the first pass, strikes, and is done', () => {
    expect(answered(5, { table: 'audit', after: 1, times: 2 })).toEqual([true, false, false, true, true]);
  });

  it.each<TableFault>([{ table: 'failures' }, { table: 'audit', at: 'read' }])(
    'leaves others alone: %j',
    (fault) => {
      expect(answered(2, fault)).toEqual([true, true]);
    },
  );

  it('tells of each strike, and may be added to meanwhile', () => {
    const faults: TableFault[] = [];
    const told: TableFault[] = [];
    const ask = createTableFaults(faults, (fault) => told.push(fault));
    ask('audit', 'read', () => undefined);
    const fault = { table: 'audit' };
    faults.push(fault);
    expect(() => ask('audit', 'read', () => undefined)).toThrow(
      'The table "audit" did not answer: too many requests.',
    );
    expect(told).toEqual([fault]);
  });
});

describe('an org whose table fails', () => {
  const notes = table({ name: 'notes', description: 'Notes.', columns: { text: field.text() } });
  const note = helperFlow({
    name: 'Note',
    description: 'Notes a text, or says why not.',
    inputs: { text: field.text() },
    outputs: { why: field.text() },
    body: ({ text }) =>
      ifError({
        try() {
          createRow(notes, { text });
          return { why: '' };
        },
        catch: (error) => ({ why: error.message }),
      }),
  });
  const play = async (fault: Partial<TableFault>) => {
    const { org } = orgWith([], { tableFaults: [{ table: 'notes', at: 'insert', ...fault }] });
    const made = pack({ name: 'n', title: 'N', description: 'N.', flows: [note], tables: [notes] });
    org.import(compilePack(made), 'n.folder');
    org.activate('Note');
    const first = await org.run('Note', { text: 'a' });
    const second = await org.run('Note', { text: 'b' });
    const why = [first, second].map(({ outputs }) => outputs.why);
    return { why, texts: org.tables().notes?.map((row) => row.text) };
  };
  const refused = 'The table "notes" did not answer: too many requests.';

  it('ends the card with an error that can be caught, and has no row of it', async () => {
    expect(await play({})).toEqual({ why: [refused, ''], texts: ['b'] });
  });

  it('may have done it all the same', async () => {
    expect(await play({ handled: true })).toEqual({ why: [refused, ''], texts: ['a', 'b'] });
  });
});
