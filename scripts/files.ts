/** Files: reading what the user names, and writing so that nothing is ever left half written. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Json, WirePack } from '@okta/workflows-connector-sdk-types';
import { readPack } from '../sdk/pack/read';
import { InputError } from './failure';

/** Reads a text file, or standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
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
  const text = readText(file);
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    return JSON.parse(text) as Json;
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : '';
    throw new InputError(`"${file}" is not JSON: ${detail}`, 'Mend the file, or name another.');
  }
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

/**
 * Writes files into a folder: first all of them beside it, then in one move for each top folder, whose former content
 * goes. What the folder holds elsewhere stays.
 */
export function writeFolders(folder: string, files: readonly { path: string; text: string }[]): void {
  mkdirSync(dirname(folder) || '.', { recursive: true });
  const staging = mkdtempSync(join(dirname(folder) || '.', `.${basename(folder)}-`));
  try {
    for (const { path, text } of files) {
      mkdirSync(join(staging, dirname(path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    mkdirSync(folder, { recursive: true });
    for (const top of new Set(files.map(({ path }) => path.split('/')[0] ?? path))) {
      rmSync(join(folder, top), { recursive: true, force: true });
      renameSync(join(staging, top), join(folder, top));
    }
  } finally {
    if (existsSync(staging)) rmSync(staging, { recursive: true, force: true });
  }
}
