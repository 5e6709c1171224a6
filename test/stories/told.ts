/** What playing a story tells, and what many tell together. */

/** What became of one story. It is JSON, so that it can go from one process to another. */
export interface Told {
  /** What does not hold; empty for a good story. */
  wrong: string[];
  counts: Counts;
}

/** How often each thing happened, by name. */
export interface Counts {
  /** Faults that struck. */
  faults: Record<string, number>;
  /** How deliveries came. */
  orders: Record<string, number>;
  /** What the story told. */
  steps: Record<string, number>;
  /** Plans and modes. */
  worlds: Record<string, number>;
}

export function noCounts(): Counts {
  return { faults: {}, orders: {}, steps: {}, worlds: {} };
}

export function count(counts: Record<string, number>, name: string, times = 1): void {
  counts[name] = (counts[name] ?? 0) + times;
}

/** Adds what one story counted to what all did. */
export function addCounts(all: Counts, one: Counts): void {
  for (const kind of ['faults', 'orders', 'steps', 'worlds'] as const) {
    for (const [name, times] of Object.entries(one[kind])) count(all[kind], name, times);
  }
}
