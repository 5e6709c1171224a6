/** Virtual time: a clock that stands still until everybody waits, and then passes at once. */

import type { Clock } from '@okta/workflows-connector-sdk-types';

/** The clock of an org: flows pause on it, and time stands still while something outside works for them. */
export interface VirtualClock extends Clock {
  /** Lets a flow's own time pass. A service that lets its caller wait uses `wait`. */
  pause(ms: number): Promise<void>;
  /**
   * Does work that takes real time, such as a request, and takes none of this clock's: others who wait go on waiting,
   * so that what happens first does not depend on the machine. Only where the service itself waits does time pass.
   * @param watch Told when the service begins to wait.
   */
  during<T>(work: () => Promise<T>, watch?: { waits(): void }): Promise<T>;
}

/** A request on its way. */
interface Work {
  /** How many waits of the service it is held up by. */
  held: number;
  waits: () => void;
}

/**
 * A clock that starts at an instant and moves only by waiting. Those who wait at the same time wake in the order
 * of their instants, each with time at its own, so time never goes back and nobody sleeps.
 * @param start ISO-8601, for example `2026-01-01T00:00:00.000Z`.
 */
export function virtualClock(start: string): VirtualClock {
  let now = Date.parse(start);
  if (Number.isNaN(now)) {
    throw new RangeError(
      `"${start}" is not an instant; give ISO-8601, for example 2026-01-01T00:00:00.000Z.`,
    );
  }
  const waiting: { until: number; wake: () => void }[] = [];
  const working = new Set<Work>();
  let due = false;

  /** Wakes the earliest; everything it then does at once is done before the next one wakes. */
  const wakeNext = () => {
    due = false;
    if (isBusy()) return;
    const first = waiting.shift();
    if (first === undefined) return;
    now = Math.max(now, first.until);
    first.wake();
    soon();
  };
  const soon = () => {
    if (due || waiting.length === 0 || isBusy()) return;
    due = true;
    setImmediate(wakeNext);
  };
  const isBusy = () => [...working].some(({ held }) => held === 0);

  const pause = (ms: number): Promise<void> => {
    if (!(ms > 0)) return Promise.resolve();
    return new Promise((wake) => {
      const until = now + ms;
      const after = waiting.findIndex((other) => other.until > until);
      waiting.splice(after === -1 ? waiting.length : after, 0, { until, wake });
      soon();
    });
  };

  return {
    now: () => now,
    pause,
    async wait(ms) {
      if (!(ms > 0)) return;
      // Requests of one execution go one at a time, so what is not held up yet waits for this service, if anything does.
      const held = [...working].filter((work) => work.held === 0);
      for (const work of held) {
        work.held++;
        work.waits();
      }
      const passed = pause(ms);
      soon();
      await passed;
      for (const work of held) work.held--;
    },
    async during(work, watch) {
      const one: Work = { held: 0, waits: () => watch?.waits() };
      working.add(one);
      try {
        return await work();
      } finally {
        working.delete(one);
        soon();
      }
    },
  };
}
