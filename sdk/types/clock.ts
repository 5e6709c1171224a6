/** Time and chance as every part of the toolkit sees them: passed in, never read from the machine. */

/** A clock that retries, waits, tenants and rate limits share, so that nothing in a run or a test sleeps. */
export interface Clock {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Lets `ms` milliseconds of this clock's time pass; a virtual clock does so at once. */
  wait(ms: number): Promise<void>;
}

/** A source of chance: gives the next number of its sequence, 0 <= n < 1. */
export type Random = () => number;
