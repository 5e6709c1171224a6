/** The bill of materials: what is needed to run, found as node finds it, and nothing that varies. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, sbomText } from '../../../deliver/package/sbom';

const product = { name: 'it', version: '1.2.3', description: 'A thing.', license: 'MIT' };
const lock: Lock = {
  packages: {
    '': { version: '1.2.3', dependencies: { a: '^1.0.0', '@own/types': 'file:types' } },
    'node_modules/a': {
      version: '1.0.0',
      license: 'MIT',
      integrity: 'sha512-3q2+7w==',
      dependencies: { b: '^1.0.0' },
    },
    'node_modules/a/node_modules/b': { version: '1.5.0', license: '(MIT OR Apache-2.0)' },
    'node_modules/b': { version: '2.0.0', license: 'ISC' },
    'node_modules/@own/types': { resolved: 'types', link: true },
    types: { version: '0.1.0', license: 'MIT' },
    'node_modules/jest': { version: '30.0.0', license: 'MIT' },
  },
};

interface Bill {
  serialNumber: string;
  metadata: { timestamp: string };
  components: { 'bom-ref': string; purl?: string; hashes?: unknown; licenses?: unknown }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
const bill = (of: Lock) => JSON.parse(sbomText(product, of)) as Bill;

it('has what is needed to run, the nearest of each, and no tool', () => {
  expect(bill(lock).components.map((each) => each['bom-ref'])).toEqual([
    '@own/types@0.1.0',
    'pkg:npm/a@1.0.0',
    'pkg:npm/b@1.5.0',
  ]);
});

it('says who needs whom', () => {
  expect(bill(lock).dependencies).toEqual([
    { ref: '@own/types@0.1.0', dependsOn: [] },
    { ref: 'it@1.2.3', dependsOn: ['@own/types@0.1.0', 'pkg:npm/a@1.0.0'] },
    { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/b@1.5.0'] },
    { ref: 'pkg:npm/b@1.5.0', dependsOn: [] },
  ]);
});

it('gives hashes in hexadecimal, licences as ids or expressions, and ours no place on a registry', () => {
  const [own, a, b] = bill(lock).components;
  expect(a).toMatchObject({
    purl: 'pkg:npm/a@1.0.0',
    hashes: [{ alg: 'SHA-512', content: 'deadbeef' }],
    licenses: [{ license: { id: 'MIT' } }],
  });
  expect(b?.licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }]);
  expect(own?.purl).toBeUndefined();
});

it('has a serial number that changes with its content alone, and a time that says nothing', () => {
  const other = structuredClone(lock);
  other.packages['node_modules/a'] = { ...other.packages['node_modules/a'], version: '1.0.1' };
  expect(bill(lock).serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(bill(structuredClone(lock))).toEqual(bill(lock));
  expect(bill(other).serialNumber).not.toBe(bill(lock).serialNumber);
  expect(bill(lock).metadata.timestamp).toBe('1980-01-01T00:00:00Z');
});

it('refuses a lock in which something is missing', () => {
  const { 'node_modules/a': _, ...rest } = lock.packages;
  expect(() => bill({ packages: rest })).toThrow('no package "a"');
});

it('covers every runtime dependency of package.json', () => {
  const root = join(__dirname, '..', '..', '..');
  const own = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const refs = bill(own).components.map((each) =>
    decodeURIComponent(each['bom-ref']).replace(/^pkg:npm\//, ''),
  );
  for (const name of Object.keys(dependencies))
    expect(refs.some((ref) => ref.startsWith(`${name}@`))).toBe(true);
  expect(refs.some((ref) => ref.startsWith('jest@'))).toBe(false);
});
