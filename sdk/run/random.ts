/** Chance that can be repeated: the same seed gives the same numbers, everywhere. */

import type { Random } from '@okta/workflows-connector-sdk-types';

/** A source of numbers, 0 <= n < 1, that depend on the seed alone (xmur3 for the seed, mulberry32 for the rest). */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(seed: string): number {
  let sum = 1779033703 ^ seed.length;
  for (let at = 0; at < seed.length; at++) {
    sum = Math.imul(sum ^ seed.charCodeAt(at), 3432918353);
    sum = (sum << 13) | (sum >>> 19);
  }
  sum = Math.imul(sum ^ (sum >>> 16), 2246822507);
  sum = Math.imul(sum ^ (sum >>> 13), 3266489909);
  return (sum ^ (sum >>> 16)) >>> 0;
}
