/** Comma-separated values: rows of texts written to a file, and read from one (RFC 4180, with any separator). */

import { CardError } from '../error';
import { withinMemory } from '../limits';

/** Fails with a CardError unless the separator is one character that has no meaning of its own in such a file. */
export function checkDelimiter(delimiter: string): void {
  if (delimiter.length === 1 && !'"\r\n'.includes(delimiter)) return;
  throw new CardError(
    `The delimiter is ${JSON.stringify(delimiter)}; it must be one character, such as , or ;.`,
  );
}

/** Writes rows of texts, each ended by a line feed. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const special = (text: string) => text.includes(delimiter) || /["\r\n]/.test(text);
  const quoted = (text: string) => (special(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return withinMemory(() => rows.map((row) => `${row.map(quoted).join(delimiter)}\n`).join(''));
}

/** Reads rows of texts; empty lines do not count. Fails with a CardError when a quote is never closed. */
export function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    row.push(cell);
    at = next;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    // A quoted cell may have text behind its closing quote; it belongs to no cell and is passed over.
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r' && text[at] !== delimiter) at++;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

function plainCell(text: string, start: number, delimiter: string): { cell: string; next: number } {
  let next = start;
  while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') next++;
  return { cell: text.slice(start, next), next };
}

function quotedCell(text: string, start: number): { cell: string; next: number } {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw new CardError('A quoted value of the file is never closed.');
  return { cell: text.slice(start + 1, close).replaceAll('""', '"'), next: close + 1 };
}
