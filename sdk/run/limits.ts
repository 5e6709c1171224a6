/** What one execution may use before it is ended, as the platform ends it (functions.md G12). */

export interface Limits {
  /** Cards that one execution may run, those of the flows it calls included. */
  steps: number;
  /** Flows that may call each other in a row; the platform names no number, its memory sets one. */
  calls: number;
  /** Bytes that the values of one execution may have at a time, those of the flows it calls included. */
  bytes: number;
  /** Virtual milliseconds that the requests of one card may take. */
  step: number;
  /** Items that one card may work on at once. */
  concurrency: number;
}

export const platformLimits: Limits = {
  steps: 2_000_000,
  calls: 1_000,
  bytes: 100 * 1024 * 1024,
  step: 10 * 60_000,
  concurrency: 200,
};
