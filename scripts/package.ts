/** `owf package`: builds, and makes a release of it: manifest, checksums, bill of materials, guide and one zip. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DistFile, distFiles } from '../deliver/dist';
import { guideFiles } from '../deliver/guide';
import { releaseOf, type SourceCommit } from '../deliver/package';
import { readChangelog } from '../deliver/package/changelog';
import type { Lock, Product } from '../deliver/package/sbom';
import { readBinding } from './bind';
import { hasFindings } from './build';
import { type ExitCode, exitCode, InputError } from './failure';
import { readText, writeFolder } from './files';
import type { Output } from './output';

export interface PackageOptions {
  out: string;
}

/** What `--format json` prints. */
export interface PackageResult {
  out: string;
  zip: string;
  sha256: string;
  bound: boolean;
  files: { path: string; size: number; sha256: string }[];
}

const root = join(__dirname, '..');

/** Packs; nothing is written when a pack of ours has a finding or the changelog knows nothing of the version. */
export function pack({ out }: PackageOptions, output: Output): ExitCode {
  const product = readProduct(root);
  requireRelease(product.version);
  const built = distFiles(readBinding());
  if (hasFindings(built, out, output)) return exitCode.findings;
  const release = releaseOf({
    product,
    lock: readLock(root),
    files: [...built, ...guideFiles(product.version), ...ownFiles()],
    source: sourceCommit(root),
  });
  writeFolder(out, [...release.files, release.zip, release.zipChecksum]);
  const result: PackageResult = {
    out,
    zip: join(out, release.zip.path),
    sha256: release.zipChecksum.text.slice(0, 64),
    bound: release.manifest.bound,
    files: release.manifest.files,
  };
  output.line(`${String(release.zip.bytes.length).padStart(8)}  ${result.zip}`);
  output.line(`  sha256 ${result.sha256}, ${release.files.length} files`);
  if (!result.bound)
    output.line(
      '  not bound to a tenant: the packs call the connector by the local org’s key (see guide.html)',
    );
  output.json(result);
  return exitCode.ok;
}

/** What a reader of the zip must have beside the build. */
function ownFiles(): DistFile[] {
  return ['LICENSE', 'CHANGELOG.md'].map((path) => ({ path, text: readText(join(root, path)) }));
}

/** The product as package.json names it. */
export function readProduct(folder: string): Product {
  // Our own file: a field that is missing shows in the first test.
  return JSON.parse(readText(join(folder, 'package.json'))) as Product;
}

function readLock(folder: string): Lock {
  // npm wrote it.
  return JSON.parse(readText(join(folder, 'package-lock.json'))) as Lock;
}

function requireRelease(version: string): void {
  const { releases, faults } = readChangelog(readText(join(root, 'CHANGELOG.md')));
  if (faults[0] !== undefined)
    throw new InputError(`CHANGELOG.md: ${faults[0]}.`, 'The form is that of keepachangelog.com.');
  if (releases.some((release) => release.version === version)) return;
  throw new InputError(
    `CHANGELOG.md has no section for ${version}, the version of package.json.`,
    `Add "## [${version}] - <date>", or mend the version.`,
  );
}

/**
 * The commit that a folder is a checkout of, read from its `.git`; null where there is none. Whether files have changed
 * since only git itself can say; without it they count as unchanged.
 */
export function sourceCommit(folder: string): SourceCommit | null {
  const commit = headCommit(join(folder, '.git'));
  if (commit === null) return null;
  try {
    const status = ['--no-optional-locks', 'status', '--porcelain', '--untracked-files=normal'];
    const changes = execFileSync('git', status, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    return { commit, modified: changes.length > 0 };
  } catch {
    return { commit, modified: false };
  }
}

function headCommit(git: string): string | null {
  if (!existsSync(git)) return null;
  // In a worktree `.git` is a file that names the folder, and refs lie in the folder of the whole repository.
  const folder = statSync(git).isDirectory() ? git : resolve(git, '..', line(git).replace(/^gitdir: /, ''));
  const common = join(folder, 'commondir');
  const shared = existsSync(common) ? resolve(folder, line(common)) : folder;
  const head = join(folder, 'HEAD');
  if (!existsSync(head)) return null;
  const [, ref] = /^ref: (.+)$/.exec(line(head)) ?? [];
  const hash = ref === undefined ? line(head) : refCommit(shared, ref);
  return hash !== undefined && /^[0-9a-f]{40,64}$/.test(hash) ? hash : null;
}

function refCommit(git: string, ref: string): string | undefined {
  const loose = join(git, ...ref.split('/'));
  if (existsSync(loose)) return line(loose);
  const packed = join(git, 'packed-refs');
  if (!existsSync(packed)) return undefined;
  const found = readFileSync(packed, 'utf8')
    .split('\n')
    .find((each) => each.endsWith(` ${ref}`));
  return found?.split(' ')[0];
}

function line(file: string): string {
  return readFileSync(file, 'utf8').trim();
}
