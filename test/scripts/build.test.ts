/** `owf build`: the same bytes always, and all or nothing. */

import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackModel } from '@okta/workflows-connector-sdk-types';
import { distFiles } from '../../deliver/dist';
import { packs } from '../../flows';
import { compileConnector } from '../../sdk/compile/connector';
import { compilePack } from '../../sdk/compile/pack';
import { writePack } from '../../sdk/pack/write';
import { connector } from '../connector/act';
import { cli, filesIn, workplace } from '../support/cli';

const execute = promisify(execFile);
const place = workplace();
const PROGRAM = join(__dirname, '../../scripts/owf.cjs');

it('writes what deliver makes, and says so in each format', async () => {
  const made = distFiles();
  const out = place.at('dist');
  const { code, json, stderr } = await cli('build', '--out', out, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(json()).toEqual({
    out,
    files: made.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) })),
  });
  const written = filesIn(out);
  for (const { path, text } of made) expect(written[path] === text ? path : `${path} differs`).toBe(path);

  const text = await cli('build', '--out', out);
  expect(text.stdout.trim().split('\n')).toHaveLength(made.length);
  expect(text.stdout).toMatch(new RegExp(`^ +\\d+ {2}${out}/connector/connector\\.folder$`, 'm'));
  expect(filesIn(out)).toEqual(written);
});

it('gives the same bytes in another folder, time zone, language and process', async () => {
  const build = async (name: string, TZ: string, LANG: string) => {
    const cwd = place.at(name);
    mkdirSync(cwd);
    const env = { PATH: process.env.PATH, HOME: tmpdir(), TZ, LANG, LC_ALL: LANG };
    await execute(process.execPath, [PROGRAM, 'build', '--out', 'here'], { cwd, env });
    return filesIn(join(cwd, 'here'));
  };
  const [one, other] = await Promise.all([
    build('one', 'Pacific/Kiritimati', 'C'),
    build('the other one', 'America/St_Johns', 'tr_TR.UTF-8'),
  ]);
  expect(Object.keys(other)).toEqual(Object.keys(one));
  const differ = Object.entries(other).filter(([path, text]) => one[path] !== text);
  expect(differ.map(([path]) => path)).toEqual([]);
});

it('gives the same bytes in another order', () => {
  const compiled = (models: readonly PackModel[]) =>
    Object.fromEntries(models.map((model) => [model.name, writePack(compilePack(model))]));
  const before = compiled(packs);
  writePack(compileConnector(connector).folder);
  expect(compiled([...packs].reverse())).toEqual(before);
});

describe('where a pack does not compile', () => {
  const [first] = packs;
  // A flow that calls one which is not in the pack: what a forgotten line in a list makes.
  const broken = { ...first, flows: first?.flows.slice(0, 1) } as PackModel;
  beforeEach(() => void packs.push(broken));
  afterEach(() => void packs.pop());

  it('names flow, card and repair, ends with 1, and writes nothing', async () => {
    const before = place.content();
    const { code, stdout, stderr } = await cli('build', '--out', place.at('broken'), '--format', 'json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: auth0-user-metadata > \[main\] User Deactivated > .*\n {2}hint: ./);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(place.content()).toEqual(before);
  });
});

it('a place that cannot be written is bad input', async () => {
  const { code, stderr } = await cli('build', '--out', place.file('taken', 'x'));
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error: ".*taken" cannot be written: a file is in the way\.\n {2}hint: Name another place\.\n$/,
  );
  expect(place.content().taken).toBe('x');
});
