/** A release: true checksums, everything in the zip, nothing that varies, nothing secret. */

import { createHash } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { distFiles } from '../../../deliver/dist';
import { guideFiles } from '../../../deliver/guide';
import { type ReleaseInput, releaseOf } from '../../../deliver/package';
import defaultWorld from '../../../scripts/default-world.json';

const input: ReleaseInput = {
  product: { name: 'it', version: '1.2.3', description: 'A thing.', license: 'MIT' },
  lock: { packages: { '': {} } },
  files: [...distFiles(), ...guideFiles('1.2.3')],
  source: { commit: 'a'.repeat(40), modified: false },
};
const release = releaseOf(input);
const textOf = (path: string) => release.files.find((file) => file.path === path)?.text ?? '';
const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

it('names itself, its connector and its source', () => {
  expect(JSON.parse(textOf('manifest.json'))).toEqual(release.manifest);
  expect(release.manifest).toMatchObject({
    name: 'it',
    version: '1.2.3',
    bound: false,
    connector: { name: 'Auth0 Lifecycle', key: expect.stringMatching(/^auth0lifecycle_/), version: '0.1.0' },
    source: { commit: 'a'.repeat(40), modified: false },
  });
});

it('lists every file with its true size and hash', () => {
  const listed = release.manifest.files.map(({ path }) => path);
  const beside = ['SHA256SUMS', 'manifest.json'];
  expect([...listed, ...beside].sort()).toEqual(release.files.map(({ path }) => path).sort());
  for (const { path, size, sha256 } of release.manifest.files) {
    expect({ path, size, sha256 }).toEqual({
      path,
      size: Buffer.byteLength(textOf(path)),
      sha256: hashOf(textOf(path)),
    });
  }
});

it('has checksums of everything but themselves', () => {
  const lines = textOf('SHA256SUMS').trimEnd().split('\n');
  expect(lines).toHaveLength(release.files.length - 1);
  for (const line of lines) {
    const [hash, path = ''] = line.split('  ');
    expect({ path, hash }).toEqual({ path, hash: hashOf(textOf(path)) });
  }
  expect(release.zipChecksum).toEqual({
    path: 'it-1.2.3.zip.sha256',
    text: `${hashOf(release.zip.bytes)}  it-1.2.3.zip\n`,
  });
});

it('unpacks to the same files, below one folder, in the order of their paths', () => {
  const unpacked = Object.entries(unzipSync(release.zip.bytes)).map(([path, bytes]) => ({
    path,
    text: strFromU8(bytes),
  }));
  expect(unpacked).toEqual(release.files.map(({ path, text }) => ({ path: `it-1.2.3/${path}`, text })));
  const paths = release.files.map(({ path }) => path);
  expect(paths).toEqual([...paths].sort());
});

it('is the same in whatever order the files come', () => {
  const shuffled = [...input.files].sort((a, b) => (hashOf(a.path) < hashOf(b.path) ? -1 : 1));
  expect(shuffled.map(({ path }) => path)).not.toEqual(input.files.map(({ path }) => path));
  expect(hashOf(releaseOf({ ...input, files: shuffled }).zip.bytes)).toBe(hashOf(release.zip.bytes));
});

it('is bound when its packs call another key than the local org’s', () => {
  const files = input.files.map((file) =>
    file.path === 'connector/connector.json'
      ? {
          ...file,
          text: file.text.replace(/"key": "auth0lifecycle_[^"]+"/, '"key": "auth0lifecycle_RHP4567"'),
        }
      : file,
  );
  const { bound, connector } = releaseOf({ ...input, files }).manifest;
  expect({ bound, key: connector.key }).toEqual({ bound: true, key: 'auth0lifecycle_RHP4567' });
});

it('holds no secret, and nothing of the machine that made it', () => {
  const [client] = defaultWorld.auth0.clients;
  const root = join(__dirname, '..', '..', '..');
  const never = [client?.client_secret ?? '', root, homedir(), hostname(), 'PRIVATE KEY', 'eyJhbGciOi'];
  for (const { path, text } of release.files) {
    for (const secret of never.filter((each) => each.length > 5)) {
      expect({ path, secret, found: text.includes(secret) }).toEqual({ path, secret, found: false });
    }
    // A constant in a card; drag sources and empty fields leave it empty.
    expect({ path, found: /"client_secret": "[^"]+"/.test(text) }).toEqual({ path, found: false });
  }
});
