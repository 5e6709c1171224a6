/** Files: reading what the user names, and writing so that nothing is ever left half written. */

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Json, WirePack } from '@okta/workflows-connector-sdk-types';
import { readPack } from '../sdk/pack/read';
import { InputError } from './failure';

/** Reads a text file, or standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = codeOf(error) ?? 'unknown reason';
    const what: Record<string, string> = {
      ENOENT: `There is no file "${file}".`,
      EISDIR: `"${file}" is a folder, not a file.`,
      EACCES: `"${file}" may not be read.`,
    };
    throw new InputError(
      what[reason] ?? `"${file}" cannot be read (${reason}).`,
      'Name an existing file, or - for standard input.',
    );
  }
}

/** Reads a JSON file. */
export function readJson(file: string): Json {
  // Editors on Windows put a byte order mark in front.
  const text = readText(file).replace(/^\uFEFF/, '');
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new InputError(
      `"${file}" is not JSON: ${syntaxFault(text, error)}.`,
      'Mend the file, or name another.',
    );
  }
}

/** Where the text stops being JSON, without the text itself: it may hold a secret. */
function syntaxFault(text: string, error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  const plain = message
    .replace(/(, (\.\.\.)?".*)? is not valid JSON$/s, '')
    .replace(/ in JSON( at position.*)?$/s, '');
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return plain;
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${plain}`;
}

/** Reads a pack that must be one. */
export function readPackFile(file: string): WirePack {
  const read = readPack(readText(file), file);
  if ('pack' in read) return read.pack;
  const [first] = read.findings;
  const more = read.findings.length > 1 ? ` (and ${read.findings.length - 1} more; see owf check)` : '';
  throw new InputError(
    `"${file}" is no pack: ${first?.message ?? ''}${more}`,
    first?.hint ?? 'Name a .flow, .folder or .flopack file.',
  );
}

/** Refuses, before any work, a file that could not be written in the end. */
export function requireWritable(file: string): void {
  try {
    requireNoFolder(file);
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** A file to write, below its folder: a text, or the bytes of an archive. */
export type WrittenFile = { path: string } & ({ text: string } | { bytes: Uint8Array });

/** What a build wrote into its folder, one path a line: the next build takes away what is no longer made. */
const RECORD = '.owf-build';

/**
 * Writes files into a folder: first all of them beside it, then each in one move over its former self. Files of an
 * earlier build that are no longer made go; whatever else the folder holds stays.
 */
export function writeFolder(folder: string, files: readonly WrittenFile[]): void {
  let staging: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    staging = mkdtempSync(join(folder, '.owf-staging-'));
    const record = { path: RECORD, text: files.map(({ path }) => `${path}\n`).join('') };
    for (const file of [...files, record]) {
      mkdirSync(join(staging, dirname(file.path)), { recursive: true });
      writeFileSync(join(staging, file.path), 'text' in file ? file.text : file.bytes);
      requireNoFolder(join(folder, file.path));
    }
    const stale = writtenBefore(folder).filter((path) => !files.some((file) => file.path === path));
    for (const { path } of [...files, record]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      renameSync(join(staging, path), join(folder, path));
    }
    for (const path of stale) rmSync(join(folder, path), { force: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
}

/** The paths of the last build; none that leads out of the folder, whoever wrote it there. */
function writtenBefore(folder: string): string[] {
  const record = join(folder, RECORD);
  if (!existsSync(record)) return [];
  const paths = readFileSync(record, 'utf8').split('\n').filter(Boolean);
  return paths.filter((path) => !isAbsolute(path) && !path.split(/[\\/]/).includes('..'));
}

function requireNoFolder(file: string): void {
  if (existsSync(file) && !statSync(file).isFile()) throw Object.assign(new Error(file), { code: 'EISDIR' });
}

/** What the user can mend; a fault of this program goes on as it is. */
function cannotWrite(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const what: Record<string, string> = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'you may not write there',
    ENOENT: 'its folder does not exist',
    EEXIST: 'a file is in the way',
    ENOTDIR: 'a file is in the way',
    EISDIR: 'a folder is in the way',
    ENOSPC: 'the disk is full',
  };
  return new InputError(`"${file}" cannot be written: ${what[code] ?? code}.`, 'Name another place.');
}

/** The code of an error of node, `ENOENT`; by its shape, as it need not be this realm's Error (Jest). */
function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
