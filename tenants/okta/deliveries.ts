/** A queue that hands out deliveries one after another and remembers what went wrong. */

export interface Deliveries<T> {
  /** Puts one in the queue and returns at once. */
  push(delivery: T): void;
  /** Resolves when the queue is empty, later arrivals included; rejects with the first error of a receiver, once. */
  settled(): Promise<void>;
}

/** Delivers in order, each after the receiver is done with the one before. */
export function createDeliveries<T>(receive: (delivery: T) => Promise<void> | void): Deliveries<T> {
  const errors: unknown[] = [];
  let tail: Promise<void> = Promise.resolve();
  return {
    push(delivery) {
      tail = tail.then(() => receive(delivery)).catch((error: unknown) => void errors.push(error));
    },
    async settled() {
      for (let seen: Promise<void> | undefined; seen !== tail; ) {
        seen = tail;
        await seen;
      }
      const [first] = errors.splice(0);
      if (first !== undefined) throw first;
    },
  };
}
