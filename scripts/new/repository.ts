/** The repository's own files, for the verbs that write sources: read by path, written all together or not at all. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../failure';

/** A file as it is to be. */
export interface SourceFile {
  /** From the repository's folder, with `/`. */
  path: string;
  text: string;
}

export interface Repository {
  root: string;
  /** The text of a file; null where there is none. */
  read(path: string): string | null;
  /** The names in a folder, sorted; folders end in `/`. None where there is no folder. */
  list(folder: string): string[];
  /** Writes all of the files, or none. Throws InputError where one cannot be written. */
  write(files: readonly SourceFile[]): void;
}

/** The repository in a folder; by default the one these scripts lie in, wherever they are called from. */
export function repository(root = join(__dirname, '../..')): Repository {
  return {
    root,
    read(path) {
      const file = join(root, path);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    },
    list(folder) {
      const at = join(root, folder);
      if (!existsSync(at)) return [];
      return readdirSync(at, { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    },
    write: (files) => writeAll(root, files),
  };
}

/** First every text beside its place, then each in one move; what has moved by then goes back when one cannot. */
function writeAll(root: string, files: readonly SourceFile[]): void {
  const places = files.map(({ path, text }) => ({ path, text, file: join(root, path) }));
  const folders: string[] = [];
  const former = new Map<string, string>();
  const moved: string[] = [];
  try {
    for (const { file, text } of places) {
      const made = mkdirSync(dirname(file), { recursive: true });
      if (made !== undefined) folders.push(made);
      if (existsSync(file)) former.set(file, readFileSync(file, 'utf8'));
      writeFileSync(draftOf(file), text);
    }
    for (const { file } of places) {
      renameSync(draftOf(file), file);
      moved.push(file);
    }
  } catch (error) {
    for (const { file } of places) rmSync(draftOf(file), { force: true });
    for (const file of moved) {
      const was = former.get(file);
      if (was === undefined) rmSync(file, { force: true });
      else writeFileSync(file, was);
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    // By its shape: under Jest it need not be this realm's Error.
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    throw new InputError(
      `${places.map(({ path }) => path).join(', ')}: cannot be written (${code}); nothing has changed.`,
      'See that each is a file, and one that you may write.',
    );
  }
}

function draftOf(file: string): string {
  return `${file}.owf-new`;
}
