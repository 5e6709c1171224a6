/** Packs: the same bytes from the same source, files of single flows, and everything wrong said at once. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { compilePack, singleFlow } from '../../../sdk/compile/pack';
import {
  callFlow,
  connection,
  createRow,
  field,
  helperFlow,
  ifElse,
  ifError,
  okta,
  table,
  text,
} from '../../../sdk/dsl';
import { lintPack } from '../../../sdk/lint';
import { canonicalPack, writePack } from '../../../sdk/pack/write';
import { expectGolden } from '../../support/golden';
import { flowWith, packOf, problemsOf } from './support/compiled';

const notes = table({ name: 'notes', description: '', columns: { note: field.text() } });

function packWith(titles: { first?: string } = {}) {
  const greet = helperFlow({
    name: 'Greet',
    description: 'Says hello.',
    inputs: { name: field.text('Name') },
    outputs: { greeting: field.text() },
    body({ name }) {
      const { known } = ifElse(
        { a: name, operator: 'is empty' },
        { then: () => ({ known: 'you' }), else: () => ({ known: text.trim({ string: name }).output }) },
      );
      return { greeting: text.compose`Hello ${known}!` };
    },
  });
  const main = helperFlow({
    name: 'Main',
    description: '',
    inputs: { id: field.text() },
    outputs: {},
    body({ id }) {
      const { user } = { user: okta.readUser({ user: id }, { title: titles.first ?? 'Read User' }) };
      const { said } = ifError({
        try: () => ({ said: callFlow(greet, { name: user.status }).greeting }),
        catch: ({ message }) => ({ said: message }),
      });
      createRow(notes, { note: said });
    },
  });
  return packOf([main, greet], { tables: [notes], connections: [connection('okta', 'Okta')] });
}

const written = (model = packWith()) => writePack(canonicalPack(compilePack(model)));

describe('compilePack', () => {
  it('writes the golden text', () => {
    const join = helperFlow({
      name: 'Join two texts',
      description: '',
      inputs: { first: field.text(), second: field.text() },
      outputs: { joined: field.text() },
      body: ({ first, second }) => ({ joined: text.concatenate({ string1: first, string2: second }).output }),
    });
    const pack = canonicalPack(compilePack(packOf([join])));
    expectGolden('sdk/compile/join-two-texts.json', `${JSON.stringify(pack, null, 1)}\n`);
  });

  it('gives the same bytes again', () => {
    expect(written(packWith())).toBe(written(packWith()));
  });

  it('gives the same bytes in another process, folder and time zone', () => {
    const script = `
      const { packs } = require('./flows');
      const { compilePack } = require('./sdk/compile/pack');
      process.stdout.write(require('node:crypto').createHash('sha256').update(JSON.stringify(packs.map((each) => compilePack(each)))).digest('hex'));`;
    const root = join(__dirname, '../../..');
    const hashIn = (timeZone: string) =>
      execFileSync(process.execPath, ['-r', 'ts-node/register', '-e', script], {
        cwd: root,
        env: { ...process.env, TZ: timeZone },
      }).toString();
    const { packs } = require('../../../flows') as typeof import('../../../flows');
    const here = createHash('sha256')
      .update(JSON.stringify(packs.map((each) => compilePack(each))))
      .digest('hex');
    expect(hashIn('Pacific/Kiritimati')).toBe(here);
  });

  it('changes one card’s title, and the ids made from it, when that title changes', () => {
    const before = JSON.parse(written());
    const after = JSON.parse(written(packWith({ first: 'Look Up' })));
    expect(lintPack(after, 'x')).toEqual([]);
    const titles = (pack: unknown) => JSON.stringify(pack).match(/"data":\{"name":"[^"]*"\}/g);
    expect(titles(after)).toEqual(titles(before)?.map((title) => title.replace('Read User', 'Look Up')));
    const [, greetBefore] = Object.values(before.data.flos);
    const [, greetAfter] = Object.values(after.data.flos);
    expect(greetAfter).toEqual(greetBefore);
  });

  it('has no two flows of a name', () => {
    const twin = () => flowWith({}, () => undefined);
    expect(problemsOf(packOf([twin(), twin()]))).toEqual([
      {
        where: ['test'],
        message: 'Two flows are called "Flow".',
        hint: 'Give every flow a name of its own; ids come from names.',
      },
    ]);
  });
});

describe('singleFlow', () => {
  const pack = compilePack(packWith());
  const idOf = (name: string) => Object.values(pack.data.flos).find((flow) => flow.name === name)?.id ?? '';

  it('keeps what the flow uses, its callee as a stub', () => {
    const single = singleFlow(pack, idOf('Main'));
    expect(lintPack(single, 'main.flow')).toEqual([]);
    const flows = Object.values(single.data.flos).map(({ name, data }) => [name, data === null]);
    expect(flows).toEqual([
      ['Main', false],
      ['Greet', true],
    ]);
    expect(Object.keys(single.data.tables)).toHaveLength(1);
    expect(Object.keys(single.data.configs)).toHaveLength(1);
  });

  it('leaves out what it does not use', () => {
    const single = singleFlow(pack, idOf('Greet'));
    expect(lintPack(single, 'greet.flow')).toEqual([]);
    expect(
      [single.data.flos, single.data.tables, single.data.configs].map((map) => Object.keys(map).length),
    ).toEqual([1, 0, 0]);
  });

  it('knows no flow that is not there', () => {
    expect(() => singleFlow(pack, 'nowhere')).toThrow('The pack has no flow nowhere.');
  });
});

it('says every problem with where it lies and the repair', () => {
  const lost = helperFlow({ name: 'Lost', description: '', inputs: {}, outputs: {}, body: () => undefined });
  const flow = flowWith({ id: field.text() }, ({ id }) => {
    callFlow(lost, {});
    createRow(notes, { note: id });
  });
  expect(() => compilePack(packOf([flow]))).toThrow(
    `test > Flow > Call Flow#1: Card "Call Flow" uses the flow "Lost", which is not part of "test". Add it to the flows of the pack, or to the helpers of the connector.
test > Flow > Create Row#1: Card "Create Row" uses the table "notes", which is not part of "test". Add it to the tables of the pack.`,
  );
});
