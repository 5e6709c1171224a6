/** What a new unit comes to before anything is written: its files, the lists it goes into, and what is left to do. */

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { InputError } from '../failure';
import type { Repository, SourceFile } from './repository';

export interface Draft {
  /** New files, and lists with their new line. */
  files: SourceFile[];
  /** What the author does next. */
  next: string[];
}

export interface NewOptions {
  /** `channel:method`; cards only. */
  address?: string;
}

/** Refuses to write over a file. */
export function requireFree(repository: Repository, path: string, what: string): void {
  if (repository.read(path) === null) return;
  throw new InputError(`${what} exists already: ${path}.`, 'Change that file, or choose another name.');
}

/** The text of a file that must be there. */
export function readList(repository: Repository, path: string): string {
  const text = repository.read(path);
  if (text !== null) return text;
  throw new InputError(
    `There is no ${path} to add the new line to.`,
    'Run this in a whole copy of the repository.',
  );
}

/** A list with one more import; where among the others it goes is the formatter's business. */
export function withImport(text: string, path: string, line: string, name: string): string {
  if (new RegExp(`^import .*\\b${name}\\b`, 'm').test(text) || new RegExp(`^  ${name},$`, 'm').test(text)) {
    throw new InputError(`${path} has a "${name}" already.`, 'Choose another name.');
  }
  const first = text.search(/^import /m);
  if (first < 0) throw noPlace(path, line);
  return `${text.slice(0, first)}${line}\n${text.slice(first)}`;
}

/** A list with one more element at the end of what a pattern's first group holds. */
export function withElement(text: string, path: string, list: RegExp, element: string): string {
  const match = list.exec(text);
  const [whole, elements] = match ?? [];
  if (match === null || whole === undefined || elements === undefined) throw noPlace(path, element);
  const start = match.index + whole.indexOf(elements);
  const separator = elements.trim() === '' || elements.trimEnd().endsWith(',') ? '' : ',';
  return `${text.slice(0, start)}${elements.trimEnd()}${separator} ${element},${text.slice(start + elements.length)}`;
}

/** The files as the house writes them: formatted, imports in order. Throws InputError where there is no formatter. */
export function formatted({ root }: Repository, files: readonly SourceFile[]): SourceFile[] {
  const biome = join(dirname(require.resolve('@biomejs/biome/package.json')), 'bin', 'biome');
  return files.map(({ path, text }) => {
    const args = [biome, 'check', '--write', `--stdin-file-path=${path}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      input: text,
      encoding: 'utf8',
    });
    if (status === 0) return { path, text: stdout };
    throw new InputError(`Biome refuses the new ${path}: ${stderr.trim()}`, 'Install it with npm ci.');
  });
}

function noPlace(path: string, line: string): InputError {
  return new InputError(
    `${path} has no place for ${line}`,
    'The list has changed its form: add the line by hand, and mend scripts/new.',
  );
}
