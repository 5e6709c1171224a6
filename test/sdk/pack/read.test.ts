/** Reading packs, and text that is none. */

import fc from 'fast-check';
import { readPack, schemaFindings } from '../../../sdk/pack/read';
import { writePack } from '../../../sdk/pack/write';
import { examplePack } from '../../support/example-pack';

const refused = (text: string) => {
  const result = readPack(text, 'x.flow');
  return 'findings' in result ? result.findings : [];
};

describe('readPack', () => {
  it('gives the pack', () => {
    expect(readPack(writePack(examplePack()), 'x.flow')).toEqual({ pack: examplePack() });
  });

  it.each([
    ['nothing', ' \n', 'json', /empty/],
    ['text', 'hello', 'json', /not JSON/],
    ['JSON cut off', '{"type":"flopack"', 'json', /not JSON/],
    ['a byte order mark', '\uFEFF{}', 'json', /byte order mark/],
    ['a list', '[]', 'pack-type', /a list/],
    ['null', 'null', 'pack-type', /null/],
    ['another JSON', '{"name":"x"}', 'pack-type', /"type" is missing/],
    ['another type', '{"type":"package"}', 'pack-type', /"package"/],
    ['100,000 lists in each other', '['.repeat(100_000) + ']'.repeat(100_000), 'json-depth', /300/],
    ['10,000 objects in each other', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'json-depth', /300/],
  ])('refuses %s', (_, text, rule, message) => {
    expect(refused(text)).toMatchObject([
      { rule, severity: 'error', file: 'x.flow', message: expect.stringMatching(message) },
    ]);
  });

  it('says line and column where the engine knows the position', () => {
    expect(refused('{\n  "type": "flopack",\n}')[0]?.message).toMatch(/line 3, column 1/);
  });

  it('finds keys that stand twice, also where one is escaped', () => {
    const text = writePack(examplePack()).replace(
      '"looseNulls":true',
      '"looseNulls":false,"loose\\u004eulls":true',
    );
    expect(refused(text)).toMatchObject([{ rule: 'duplicate-key', pointer: '/flags/looseNulls' }]);
  });

  it('takes equal keys in different objects, and braces in texts', () => {
    const pack = examplePack();
    pack.flags = { a: { x: 1 }, b: { x: 1 }, c: '{"x":1,"x":[', d: [{ x: 1 }, { x: '\\"' }], '': '' };
    expect(refused(writePack(pack))).toEqual([]);
  });

  it('stops at twenty findings', () => {
    const pack = JSON.parse(writePack(examplePack()).replaceAll('"ref":', '"reference":'));
    expect(refused(JSON.stringify(pack))).toHaveLength(20);
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readPack(text, 'x')));
  });
});

describe('schemaFindings', () => {
  it('names flow, card, place, value, what is allowed and the repair', () => {
    const pack = examplePack();
    const [id, flow] = Object.entries(pack.data.flos)[0] ?? [];
    const card = flow?.data?.methods[1];
    Object.assign(card?.node.model ?? {}, { timeout: '30000' });
    expect(schemaFindings(pack, 'x.flow')).toEqual([
      {
        rule: 'card-shape',
        severity: 'error',
        file: 'x.flow',
        flow: flow?.name,
        card: card?.uuid,
        pointer: `/data/flos/${id}/data/methods/1/node/model/timeout`,
        message: '"timeout" is a string, allowed is a number.',
        hint: 'Make it a number. Compare with a fresh export from the designer.',
      },
    ]);
  });

  it('looks into inner blocks', () => {
    const text = writePack(examplePack()).replace(/("group":null,"templateName":null[^}]*\})/, '$1');
    const pack = JSON.parse(text);
    const block = JSON.stringify(pack).indexOf('"inheritLog":false,"group":null');
    expect(block).toBeGreaterThan(0);
    const broken = JSON.parse(
      text.replace('"log":false,"inheritLog":false,"group":null', '"log":false,"group":null'),
    );
    expect(schemaFindings(broken, 'x')[0]?.message).toMatch(/no "inheritLog"/);
  });
});
