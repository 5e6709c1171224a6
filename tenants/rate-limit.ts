/** A token bucket on the clock, answering in the words of Auth0's x-ratelimit headers. */

import type { Clock, RateLimit } from '@okta/workflows-connector-sdk-types';

/** What the bucket says to one request. */
export interface RateDecision {
  allowed: boolean;
  /** x-ratelimit-limit, -remaining, and -reset: the UNIX second at which the bucket is full again. */
  headers: Record<string, string>;
}

/** Makes a full bucket; each call takes one request from it. Throws where the limit could never let anything pass. */
export function createRateLimit(limit: RateLimit, clock: Clock): () => RateDecision {
  if (!(limit.burst >= 1 && limit.perSecond > 0)) {
    throw new Error(
      `A rate limit needs a burst of at least 1 and a perSecond above 0; this one is ${JSON.stringify(limit)}.`,
    );
  }
  let left = limit.burst;
  let since = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(limit.burst, left + (Math.max(0, now - since) / 1000) * limit.perSecond);
    since = now;
    // Refilling adds fractions, and 0.1 ten times is a hair less than 1.
    const allowed = left > 1 - 1e-9;
    if (allowed) left = Math.max(0, left - 1);
    const reset = Math.ceil(now / 1000 + (limit.burst - left) / limit.perSecond);
    return {
      allowed,
      headers: {
        'x-ratelimit-limit': String(limit.burst),
        'x-ratelimit-remaining': String(Math.floor(left + 1e-9)),
        'x-ratelimit-reset': String(reset),
      },
    };
  };
}
