/** Compares secrets in a time that tells nothing about them. */

import { createHash, timingSafeEqual } from 'node:crypto';

/** True where both texts are the same; hashing first makes the lengths equal, which the comparison needs. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
