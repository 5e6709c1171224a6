/** How far a long run has come: one line on stderr that is written over, where a person looks at a terminal. */

import type { TraceEvent } from '../sdk/run/trace';
import type { Streams } from './output';

export interface Progress {
  /** Counts an event, and shows the counts now and then. */
  saw(event: TraceEvent): void;
  /** Takes the line away. */
  done(): void;
}

/** Real milliseconds between two writings, and before the first: a short run shows nothing. */
const EVERY = 500;

/** @param now The machine's own clock, in milliseconds. */
export function progress(stderr: Streams['stderr'], now: () => number = Date.now): Progress {
  if (stderr.isTTY !== true) return { saw: () => undefined, done: () => undefined };
  let cards = 0;
  let requests = 0;
  let shown = false;
  let last = now();
  return {
    saw({ type, at, flow }) {
      if (type === 'card') cards++;
      if (type === 'request') requests++;
      const time = now();
      if (time - last < EVERY) return;
      last = time;
      shown = true;
      stderr.write(`\r\u001b[K${cards} cards, ${requests} requests, ${at} in "${flow}"`);
    },
    done() {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
