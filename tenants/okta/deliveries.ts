/** The deliveries to a receiver: handed out one after another as they come, or held until somebody says so. */

export interface Deliveries<T> {
  /** Puts one in the queue and returns at once; held, it waits among the pending ones. */
  push(delivery: T): void;
  /** Resolves when the queue is empty, later arrivals included; rejects with the first error of a receiver, once. */
  settled(): Promise<void>;
  /** Those that are held, in the order in which they came. */
  pending(): T[];
  /**
   * Hands a held one out, `times` over (1 when absent), and resolves once it was received. Throws RangeError where
   * nothing is pending under the index.
   */
  deliver(index: number, times?: number): Promise<void>;
  /** Loses a held one and gives it: pushed again, it arrives late. */
  drop(index: number): T;
}

/** Delivers in order, each after the receiver is done with the one before. */
export function createDeliveries<T>(
  receive: (delivery: T) => Promise<void> | void,
  order: 'as sent' | 'held' = 'as sent',
): Deliveries<T> {
  const errors: unknown[] = [];
  const held: T[] = [];
  let tail: Promise<void> = Promise.resolve();
  const send = (delivery: T) => {
    tail = tail.then(() => receive(delivery)).catch((error: unknown) => void errors.push(error));
  };
  const settled = async () => {
    for (let seen: Promise<void> | undefined; seen !== tail; ) {
      seen = tail;
      await seen;
    }
    const [first] = errors.splice(0);
    if (first !== undefined) throw first;
  };
  const drop = (index: number): T => {
    if (!Number.isInteger(index) || index < 0 || index >= held.length) {
      throw new RangeError(`No delivery is pending under ${index}; ${held.length} are, from 0 on.`);
    }
    return held.splice(index, 1)[0] as T;
  };
  return {
    push: (delivery) => (order === 'held' ? void held.push(delivery) : send(delivery)),
    settled,
    pending: () => [...held],
    deliver(index, times = 1) {
      const delivery = drop(index);
      for (let turn = 0; turn < times; turn += 1) send(delivery);
      return settled();
    },
    drop,
  };
}
