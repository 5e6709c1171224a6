/** Ids in the shapes that Okta and Auth0 give theirs, drawn from the chance that was passed in. */

import { createHash } from 'node:crypto';
import type { Random } from '@okta/workflows-connector-sdk-types';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A text of `length` letters and digits behind a prefix: Okta's `00u…`, Auth0's `con_…`. */
export function randomId(random: Random, prefix: string, length: number): string {
  return prefix + draw(random, ALPHANUMERIC, length);
}

/** A text of `length` hexadecimal digits, as MongoDB's ids are. */
export function randomHex(random: Random, length: number): string {
  return draw(random, '0123456789abcdef', length);
}

/** A version 4 UUID (RFC 9562). */
export function randomUuid(random: Random): string {
  const hex = draw(random, '0123456789abcdef', 30);
  const variant = draw(random, '89ab', 1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** The UUID of a name (RFC 9562, version 8): the same name has the same one, and no chance is used up. */
export function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(15), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-${variant}${hex.slice(16, 19)}-${hex.slice(19, 31)}`;
}

function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}
