/** Who of several that work at once may go on: one at a time, in the order they asked, so that every run is the same. */

/** A turn that one has and others ask for. */
export interface Turn {
  /** Resolves when the turn is had. */
  take(): Promise<void>;
  /** Hands it to the next who asked. */
  give(): void;
}

/** A turn that its maker has. */
export function newTurn(): Turn {
  let had = true;
  const asking: (() => void)[] = [];
  return {
    async take() {
      if (had) await new Promise<void>((go) => asking.push(go));
      had = true;
    },
    give() {
      const next = asking.shift();
      if (next === undefined) had = false;
      else next();
    },
  };
}

/**
 * Works on several things at once, at most `most` of them: whoever waits lets another go on. Starts none once one
 * has failed, and fails with what failed first when those already begun have ended.
 * @param turn The turn, had by whoever calls; had again when this resolves or rejects.
 */
export async function allOf(
  count: number,
  most: number,
  work: (index: number) => Promise<void>,
  turn: Turn,
): Promise<void> {
  let next = 0;
  const failed: unknown[] = [];
  const worker = async () => {
    await turn.take();
    while (next < count && failed.length === 0) {
      try {
        await work(next++);
      } catch (error) {
        failed.push(error);
      }
    }
    turn.give();
  };
  const workers = Array.from({ length: Math.min(most, count) }, worker);
  turn.give();
  await Promise.all(workers);
  await turn.take();
  if (failed.length > 0) throw failed[0];
}
