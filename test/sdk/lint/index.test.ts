/** Every rule against its own examples, all rules against real exports, and broken packs against all rules. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WirePack } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { lintPack, lintText, rules } from '../../../sdk/lint';
import type { Rule } from '../../../sdk/lint/rule';
import { walkPack } from '../../../sdk/pack/walk';
import { writePack } from '../../../sdk/pack/write';
import { describeCorpus } from '../../support/corpus';
import { examplePack } from '../../support/example-pack';

const hard = 'E1 E2 E5 M1 M2 M4 F1 S1 S2 S3 S4 S5 S8 S11 C1 C2 C4 C5 C7 C8 C12 C13 C19 C21 C24'.split(' ');

const found = (pack: WirePack, rule: Rule) =>
  lintPack(pack, 'example.folder').filter((finding) => finding.rule === rule.id);

describe('the list of rules', () => {
  it('has every rule of the folder, each under the name of its file', () => {
    const helpers = ['call.ts', 'example.ts', 'index.ts', 'rule.ts'];
    const files = readdirSync(join(__dirname, '../../../sdk/lint')).filter((file) => !helpers.includes(file));
    expect(rules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort());
  });

  it('has an error for each of the 25 hard invariants', () => {
    const errors = rules.filter((rule) => rule.severity === 'error').flatMap((rule) => rule.invariants);
    expect(hard.filter((invariant) => !errors.includes(invariant))).toEqual([]);
  });

  it('finds nothing in a good pack', () => {
    expect(lintPack(examplePack(), 'example.folder')).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.wrong.map((example) => [example.what, example] as const))('finds %s', (_what, example) => {
    const pack = examplePack();
    example.change(pack);
    const findings = found(pack, rule);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding).toMatchObject({ severity: rule.severity, file: 'example.folder' });
      expect(finding.message).toMatch(/\S.*\.$/s);
      expect(finding.hint).toMatch(/\S.*\.$/s);
      expect(at(pack, finding.pointer)).toBe(true);
    }
    expect(lintPack(pack, 'example.folder').map(({ rule: id }) => id)).not.toContain('rule-crashed');
  });

  for (const example of rule.right ?? []) {
    it(`allows ${example.what}`, () => {
      const pack = examplePack();
      example.change(pack);
      expect(found(pack, rule)).toEqual([]);
    });
  }
});

describe('lintPack', () => {
  it('turns a rule that throws into a finding', () => {
    const broken: Rule = {
      id: 'breaks',
      invariants: [],
      severity: 'error',
      sentence: 'Breaks down.',
      needs: 'json',
      check: () => {
        throw new Error('no luck');
      },
      wrong: [],
    };
    expect(lintPack(examplePack(), 'x', [broken, ...rules])).toMatchObject([
      { rule: 'rule-crashed', message: 'The rule "breaks" broke down (no luck).' },
    ]);
  });

  it('says what it finds in the order of the file', () => {
    const pack = examplePack();
    pack.flags = {};
    for (const flow of Object.values(pack.data.flos)) if (flow.data) flow.data.inheritLog = false;
    const pointers = lintPack(pack, 'x').map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/flags', ...Object.keys(pack.data.flos).map((id) => `/data/flos/${id}/data`)]);
  });

  it('never breaks down over a pack broken anywhere', () => {
    const places = everyPlace(examplePack());
    const values = [
      null,
      '',
      'x',
      0,
      -1,
      true,
      [],
      {},
      [[]],
      { id: 'x' },
      '__proto__',
      'constructor',
      ...everyId(examplePack()),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(places.length - 1), fc.nat(values.length)), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const pack = examplePack();
          for (const [place, value] of changes)
            replace(pack, places[place] ?? [], values[value], value === values.length);
          const findings = lintText(writePack(pack), 'broken.folder');
          expect(findings.map(({ rule }) => rule)).not.toContain('rule-crashed');
        },
      ),
      { numRuns: 400, seed: 20260101 },
    );
  });
});

describe('lintText', () => {
  it('gives what reading says of text that is no pack', () => {
    expect(lintText('{"type":"flopack"', 'x')).toMatchObject([{ rule: 'json', severity: 'error' }]);
  });
});

describeCorpus('real exports', (files) => {
  it('break no rule that is an error', () => {
    const errors = files.flatMap(({ name, path }) =>
      lintText(readFileSync(path, 'utf8'), name).filter(({ severity }) => severity === 'error'),
    );
    expect(files.length).toBeGreaterThanOrEqual(143);
    expect(errors).toEqual([]);
  });
});

/** Whether a pointer leads somewhere. */
function at(json: unknown, pointer: string): boolean {
  let value = json;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = Reflect.get(value, key);
  }
  return true;
}

/** Ids that a wrong place may well name. */
function everyId(pack: WirePack): string[] {
  return walkPack(pack).flatMap(({ key, bodies }) => [
    key,
    ...bodies.flatMap(({ cards }) =>
      cards.flatMap(({ card: { uuid, node } }) => [
        uuid,
        ...Object.keys(node.model.inputs.data),
        ...Object.keys(node.model.outputs.data),
      ]),
    ),
  ]);
}

type Path = (string | number)[];

function everyPlace(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => everyPlace(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  );
}

function replace(pack: WirePack, path: Path, value: unknown, remove: boolean): void {
  let parent: object = pack;
  for (const key of path.slice(0, -1)) {
    const next: unknown = Reflect.get(parent, key);
    // An earlier change may have taken this place away.
    if (typeof next !== 'object' || next === null) return;
    parent = next;
  }
  const last = path.at(-1) ?? '';
  if (remove) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, structuredClone(value));
}
