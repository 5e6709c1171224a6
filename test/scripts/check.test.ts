/** `owf check`: findings as data, and exit codes that a pipeline can rely on. */

import { distFiles } from '../../deliver/dist';
import { cli, workplace } from '../support/cli';
import { describeCorpus } from '../support/corpus';
import { examplePack, ids } from '../support/example-pack';

const place = workplace();

it('every pack we emit passes, warnings counted as errors, and round-trips', async () => {
  const packs = distFiles().filter(({ path }) => /\.(flow|folder)$/.test(path));
  const files = packs.map(({ path, text }) => place.file(path.replaceAll('/', '-'), text));
  const { code, json, stderr } = await cli('check', ...files, '--strict', '--round-trip', '--format', 'json');
  expect({ code, stderr, ...json() }).toEqual({ code: 0, stderr: '', findings: [] });
});

describeCorpus('every real export', (files) => {
  it('checks without an error and round-trips', async () => {
    const { code, json } = await cli(
      'check',
      ...files.map(({ path }) => path),
      '--round-trip',
      '--format',
      'json',
    );
    const errors = json().findings.filter((finding: { severity: string }) => finding.severity === 'error');
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });
});

/** A pack of which one card's connection is gone: an error in one card. */
const broken = () => {
  const pack = examplePack();
  const card = pack.data.flos[ids.joinTexts]?.data?.methods.find((each) => each.node.key === 'concat');
  if (card === undefined) throw new Error('The example has changed.');
  card.node.model.key = 'other';
  return { pack, card };
};

it('says which card is wrong, with a pointer to it', async () => {
  const { pack, card } = broken();
  const file = place.file('broken.folder', pack);
  const { code, json } = await cli('check', file, '--format', 'json');
  expect(code).toBe(1);
  const { findings } = json();
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    expect(Object.keys(finding).sort()).toEqual(
      ['rule', 'severity', 'file', 'flow', 'card', 'pointer', 'message', 'hint'].sort(),
    );
  }
  expect(findings).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      file,
      flow: 'Join two texts',
      card: card.uuid,
      pointer: expect.stringMatching(/^\/data\/flos\//),
    }),
  );
});

it('says it to people, with the repair and a count', async () => {
  const { code, stdout, stderr } = await cli(
    'check',
    place.file('broken.folder', broken().pack),
    place.file('good.folder', examplePack()),
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/broken\.folder: Join two texts \/data\/flos\/\S+: error: .* \[[a-z-]+\]/);
  expect(stdout).toMatch(/2 files checked: [1-9]\d* errors?, \d+ warnings?\.\n$/);
});

describe('warnings', () => {
  const warned = () => {
    const pack = examplePack();
    const flow = pack.data.flos[ids.joinTexts];
    if (flow?.data) flow.data.display.preview = [];
    return pack;
  };

  it('let a file pass, unless told otherwise', async () => {
    const file = place.file('warned.folder', warned());
    const { code, json } = await cli('check', file, '--format', 'json');
    expect(json().findings).toEqual([expect.objectContaining({ severity: 'warning' })]);
    expect(code).toBe(0);
    expect((await cli('check', file, '--strict')).code).toBe(1);
  });
});

it.each([
  ['not JSON', '{', 'json'],
  ['JSON, but no pack', { a: 1 }, 'pack-type'],
  ['empty', '', 'json'],
])('a file that is %s is an error of its own', async (_, content, rule) => {
  const { code, json } = await cli(
    'check',
    place.file('bad.flow', content),
    '--round-trip',
    '--format',
    'json',
  );
  expect(code).toBe(1);
  expect(json().findings).toEqual([
    expect.objectContaining({ rule, severity: 'error', flow: null, card: null }),
  ]);
});

it('a missing file is bad input, whatever the others hold', async () => {
  const before = place.content();
  const good = place.file('good.folder', examplePack());
  const { code, stdout, stderr } = await cli('check', good, place.at('none.flow'), '--format', 'json');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: There is no file ".*none\.flow"\.\n {2}hint: .*\n$/);
  expect(place.content()).toMatchObject(before);
});
