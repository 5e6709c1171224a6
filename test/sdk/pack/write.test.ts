/** Writing packs: the bytes that were read, and the order of keys of our own. */

import { readFileSync } from 'node:fs';
import type { WirePack } from '@okta/workflows-connector-sdk-types';
import { readPack } from '../../../sdk/pack/read';
import { canonicalPack, checkRoundTrip, writePack } from '../../../sdk/pack/write';
import { describeCorpus } from '../../support/corpus';
import { examplePack, ids } from '../../support/example-pack';

describe('writePack', () => {
  it('keeps awkward keys, numbers and texts of the model', () => {
    const text =
      '{"2":1,"10":0.1,"b":{"__proto__":{"constructor":1}},"a":"\\u2028\\n\\"/","n":-1e-7,"big":1e+21}';
    expect(writePack(JSON.parse(text))).toBe(text.replace('\\u2028', '\u2028'));
  });
});

describe('checkRoundTrip', () => {
  const round = (text: string) => {
    const result = readPack(text, 'x');
    if ('findings' in result) throw new Error(result.findings[0]?.message);
    return checkRoundTrip(text, result.pack, 'x');
  };

  it('is content with what the designer writes, a final newline aside', () => {
    const text = writePack(examplePack());
    expect([round(text), round(`${text}\n`), round(`${text}\r\n`)]).toEqual([[], [], []]);
  });

  it.each([
    ['spaces', (text: string) => text.replace('{', '{ ')],
    ['a number spelled otherwise', (text: string) => text.replace('"retry":3', '"retry":3.0')],
    ['keys of digits out of order', (text: string) => text.replace('"flags":{', '"flags":{"2":1,"1":1,')],
    ['an escape that is not needed', (text: string) => text.replace('"flopack"', '"\\u0066lopack"')],
    ['two newlines', (text: string) => `${text}\n\n`],
  ])('says where %s make a difference', (_, change) => {
    expect(round(change(writePack(examplePack())))).toMatchObject([
      { rule: 'round-trip', severity: 'error', message: expect.stringMatching(/from character \d+ on/) },
    ]);
  });
});

describe('canonicalPack', () => {
  it('puts shuffled keys in order and changes nothing else', () => {
    const shuffled = reverseKeys(examplePack()) as WirePack;
    const pack = canonicalPack(shuffled);
    expect(pack).toEqual(examplePack());
    expect(Object.keys(pack)).toEqual(['type', 'version', 'created', 'flags', 'data']);
    const flow = pack.data.flos[ids.joinTexts];
    expect(Object.keys(flow ?? {})).toEqual(['id', 'name', 'description', 'data']);
    expect(Object.keys(flow?.data ?? {}).slice(0, 5)).toEqual(['id', 'uuid', 'display', 'tree', 'methods']);
    const card = flow?.data?.methods[0];
    expect(Object.keys(card ?? {})).toEqual([
      'joins',
      'address',
      'parents',
      'uuid',
      'branches',
      'node',
      'pins',
    ]);
    const [input] = Object.values(card?.node.model.inputs.data ?? {});
    expect(Object.keys(input ?? {})).toEqual([
      'id',
      'group',
      'key',
      'value',
      'required',
      'ref',
      'metadata',
      'flags',
    ]);
    expect(Object.keys(input?.value ?? {})).toEqual(['error', 'type', 'collection', 'data', 'available']);
  });

  it('gives the same text when done twice', () => {
    const once = canonicalPack(examplePack());
    expect(writePack(canonicalPack(once))).toBe(writePack(once));
  });
});

describeCorpus('real exports', (files) => {
  it('are written from a copy of the model with the bytes they were read from', () => {
    const different = files.filter(({ name, path }) => {
      const text = readFileSync(path, 'utf8');
      const result = readPack(text, name);
      if ('findings' in result) return true;
      return writePack(structuredClone(result.pack)) !== text.replace(/\r?\n$/, '');
    });
    expect(files.length).toBeGreaterThanOrEqual(143);
    expect(different).toEqual([]);
  });

  it('mean the same in canonical order', () => {
    for (const { name, path } of files) {
      const result = readPack(readFileSync(path, 'utf8'), name);
      if ('findings' in result) throw new Error(name);
      expect(canonicalPack(result.pack)).toEqual(result.pack);
    }
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}
