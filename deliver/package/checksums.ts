/** Checksums: what a file weighs and what it is, so that a reader of the package can tell whether it is whole. */

import { createHash } from 'node:crypto';

/** SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The form of `sha256sum -c`: hash, two spaces, path. */
export function checksumLines(files: readonly { path: string; text: string }[]): string {
  return files.map(({ path, text }) => `${sha256(text)}  ${path}\n`).join('');
}

/** Orders paths by code point: the same on every machine, whatever its language. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
}
