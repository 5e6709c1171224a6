/** Makes every id of a pack from author-given names, so that the same source gives the same bytes. */

import { createHash } from 'node:crypto';

/**
 * Takes names, outermost first; gives a lower-case UUID in version 4's form, as flows, folders, tables and
 * connections have (flopack-format §2.2). Equal names give equal ids, and `('a', 'b')` differs from `('ab')`.
 */
export function uuidFrom(...names: string[]): string {
  const bytes = digest(names).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Takes a length (2 to 32; cards have 9, fields 10) and names; gives an id of `[0-9A-Za-z_-]`, as cards and
 * fields have (flopack-format §2.2). It starts with a letter: JavaScript would move a key of digits to the
 * front of its object.
 */
export function shortIdFrom(length: number, ...names: string[]): string {
  if (!Number.isInteger(length) || length < 2 || length > 32) {
    throw new RangeError(`A short id has 2 to 32 characters, not ${length}.`);
  }
  const [first = 0, ...rest] = digest(names).subarray(0, length);
  return pick(LETTERS, first) + rest.map((byte) => pick(SHORT_ALPHABET, byte)).join('');
}

/**
 * Takes names; gives six of `[A-Z0-9]`, the tail that Connector Builder puts behind the key of a field
 * (flopack-format §9).
 */
export function suffixFrom(...names: string[]): string {
  return [...digest(names).subarray(0, 6)].map((byte) => pick(SUFFIX_ALPHABET, byte)).join('');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SHORT_ALPHABET = `${LETTERS}0123456789_-`;
const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** JSON joins the names so that no two lists of names read the same. */
function digest(names: string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(names)).digest();
}

function pick(alphabet: string, byte: number): string {
  return alphabet.charAt(byte % alphabet.length);
}
