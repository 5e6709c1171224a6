/** `owf bind` on the command line. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auth0 } from '../../connector';
import { packs } from '../../flows';
import { localBinding } from '../../sdk/compile/binding';
import { compilePack } from '../../sdk/compile/pack';
import { writePack } from '../../sdk/pack/write';
import { cli } from '../support/cli';

const folder = mkdtempSync(join(tmpdir(), 'bind-'));
const tenant = {
  ...localBinding(auth0.model),
  key: 'auth0lifecycle_ffeeddccbbaa99887766554433221100',
  version: '0.7.0',
};

/** Every pack of ours as a tenant would export it that kept our keys. */
const [lifecycle] = packs.filter((pack) => pack.name === 'auth0-lifecycle');
const [deactivation] = packs.filter((pack) => pack.name === 'auth0-deactivation');

function exportFile(name: string, flows: typeof packs): string {
  const [first, ...rest] = flows.map((pack) => compilePack(pack, new Map([[auth0.model, tenant]])));
  if (first === undefined) throw new Error('nothing to export');
  for (const each of rest) Object.assign(first.data.flos, each.data.flos);
  const file = join(folder, name);
  writeFileSync(file, writePack(first));
  return file;
}

test('writes the binding, and a build with it carries the tenant’s key', async () => {
  const from = exportFile(
    'export.folder',
    [lifecycle, deactivation].filter((pack) => pack !== undefined),
  );
  const out = join(folder, 'connector.binding.json');
  const bound = await cli('bind', '--from', from, '--out', out, '--format', 'json');
  expect([bound.code, bound.stderr]).toEqual([0, '']);
  expect(JSON.parse(bound.stdout)).toMatchObject({ key: tenant.key, version: '0.7.0' });

  const dist = join(folder, 'dist');
  expect((await cli('build', '--binding', out, '--out', dist)).code).toBe(0);
  const pack = readFileSync(join(dist, 'flows/auth0-deactivation/auth0-deactivation.folder'), 'utf8');
  expect(pack).toContain(`root:channels:http:${tenant.key}:0.7.0:getUserByEmail_`);
  expect(pack).not.toContain(localBinding(auth0.model).key);
});

test('names the cards an export lacks, with the repair, and writes nothing', async () => {
  const from = exportFile(
    'less.folder',
    [deactivation].filter((pack) => pack !== undefined),
  );
  const out = join(folder, 'never.json');
  const { code, stderr } = await cli('bind', '--from', from, '--out', out);
  expect(code).toBe(2);
  expect(stderr).toMatch(/lacks the cards .*"Deactivate User".*\n {2}hint: Drop them on the flow/);
  expect(existsSync(out)).toBe(false);
});

test('a file that is no binding is refused', async () => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, '{"key":1}');
  const { code, stderr } = await cli('build', '--binding', file, '--out', join(folder, 'dist2'));
  expect(code).toBe(2);
  expect(stderr).toContain('is no binding');
});
