/** `owf package`: the same bytes under any time zone, umask and clock, and the commit that it was made from. */

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sourceCommit } from '../../scripts/package';
import { cli, filesIn, workplace } from '../support/cli';

const place = workplace();
const root = join(__dirname, '..', '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  string
>;
const zip = `${name}-${version}.zip`;

/** Packs in a process of its own, whose clock, umask and time zone are its own. */
async function packed(folder: string, environment: Record<string, string>, umask = '022'): Promise<Buffer> {
  const script = `umask ${umask} && exec "$0" scripts/owf.cjs package --out "$1" --format json`;
  const options = { cwd: root, env: { ...process.env, ...environment } };
  await promisify(execFile)('sh', ['-c', script, process.execPath, place.at(folder)], options);
  return readFileSync(place.at(folder, zip));
}

it('packs the same bytes under any time zone, language and umask, also over a former package with other times', async () => {
  await cli('package', '--out', place.at('here'));
  const here = readFileSync(place.at('here', zip));
  utimesSync(place.at('here', 'manifest.json'), 1, 1);
  utimesSync(place.at('here', zip), 1, 1);
  const [tokyo, newYork] = await Promise.all([
    packed('tokyo', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' }, '077'),
    packed('here', { TZ: 'America/New_York' }),
  ]);
  expect(tokyo.equals(here)).toBe(true);
  expect(newYork.equals(here)).toBe(true);
}, 120_000);

it('says what it made', async () => {
  const { code, json } = await cli('package', '--out', place.at('said'), '--format', 'json');
  expect(code).toBe(0);
  expect(json()).toMatchObject({ out: place.at('said'), zip: place.at('said', zip), bound: false });
  expect(json().files.map((file: { path: string }) => file.path)).toEqual(
    expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'guide.html', 'connector/icon.svg', 'sbom.cdx.json']),
  );
  const text = await cli('package', '--out', place.at('said'));
  expect(text.stdout).toMatch(/sha256 [0-9a-f]{64}, \d+ files/);
  expect(text.stdout).toContain('not bound to a tenant');
});

it('leaves no old archive: the next package replaces it, the next build takes it away', async () => {
  const out = place.at('twice');
  const record = () => Object.keys(filesIn(out)).filter((path) => /zip|manifest/.test(path));
  await cli('package', '--out', out);
  expect(record()).toEqual(['manifest.json', zip, `${zip}.sha256`].sort());
  // As a release of an earlier version would have left it.
  const list = join(out, '.owf-build');
  renameSync(join(out, zip), join(out, `${name}-0.0.1.zip`));
  writeFileSync(list, readFileSync(list, 'utf8').replace(`${zip}\n`, `${name}-0.0.1.zip\n`));
  await cli('package', '--out', out);
  expect(record()).toEqual(['manifest.json', zip, `${zip}.sha256`].sort());
  await cli('build', '--out', out);
  expect(record()).toEqual([]);
}, 60_000);

it('writes all or nothing', async () => {
  const out = place.at('whole');
  await cli('build', '--out', out);
  mkdirSync(join(out, zip));
  const before = filesIn(out);
  const { code, stderr } = await cli('package', '--out', out);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('a folder is in the way') });
  expect(filesIn(out)).toEqual(before);
});

it('refuses a place that it cannot write to', async () => {
  const { code, stderr } = await cli('package', '--out', place.file('in-the-way', ''));
  expect(code).toBe(2);
  expect(stderr).toContain('cannot be written');
});

describe('the commit', () => {
  const commit = 'c0ffee'.padEnd(40, '0');
  const repository = (folder: string, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(place.at(folder, path, '..'), { recursive: true });
      place.file(join(folder, path), text);
    }
    return place.at(folder);
  };

  it('is that of the branch, of the packed branch, or the one checked out', () => {
    const head = 'ref: refs/heads/main\n';
    const loose = repository('loose', { '.git/HEAD': head, '.git/refs/heads/main': `${commit}\n` });
    const packed = repository('packed', {
      '.git/HEAD': head,
      '.git/packed-refs': `# x\n${commit} refs/heads/main\n`,
    });
    const detached = repository('detached', { '.git/HEAD': `${commit}\n` });
    for (const folder of [loose, packed, detached]) expect(sourceCommit(folder)?.commit).toBe(commit);
  });

  it('is that of a worktree, whose branches lie elsewhere', () => {
    const folder = repository('tree', {
      '.git': 'gitdir: ../whole/.git/worktrees/tree\n',
      '../whole/.git/worktrees/tree/HEAD': 'ref: refs/heads/side\n',
      '../whole/.git/worktrees/tree/commondir': '../..\n',
      '../whole/.git/refs/heads/side': `${commit}\n`,
    });
    expect(sourceCommit(folder)?.commit).toBe(commit);
  });

  it('is null outside a repository, and in one without a commit', () => {
    expect(sourceCommit(place.folder)).toBeNull();
    expect(sourceCommit(repository('unborn', { '.git/HEAD': 'ref: refs/heads/main\n' }))).toBeNull();
  });
});
