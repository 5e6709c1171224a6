/** Virtual time: a clock that stands still until somebody waits, and then passes at once. */

import type { Clock } from '@okta/workflows-connector-sdk-types';

/**
 * A clock that starts at an instant and moves only by waiting. Those who wait at the same time wake in the order
 * of their instants, each with time at its own, so time never goes back and nobody sleeps.
 * @param start ISO-8601, for example `2026-01-01T00:00:00.000Z`.
 */
export function virtualClock(start: string): Clock {
  let now = Date.parse(start);
  if (Number.isNaN(now)) {
    throw new RangeError(
      `"${start}" is not an instant; give ISO-8601, for example 2026-01-01T00:00:00.000Z.`,
    );
  }
  const waiting: { until: number; wake: () => void }[] = [];

  /** Wakes the earliest; everything it then does at once is done before the next one wakes. */
  const wakeNext = () => {
    const first = waiting.shift();
    if (first === undefined) return;
    now = Math.max(now, first.until);
    first.wake();
    if (waiting.length > 0) setImmediate(wakeNext);
  };

  return {
    now: () => now,
    wait(ms) {
      if (!(ms > 0)) return Promise.resolve();
      return new Promise((wake) => {
        const until = now + ms;
        const after = waiting.findIndex((other) => other.until > until);
        waiting.splice(after === -1 ? waiting.length : after, 0, { until, wake });
        if (waiting.length === 1) setImmediate(wakeNext);
      });
    },
  };
}
