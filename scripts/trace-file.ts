/** The file of `--trace`: a line of JSON for everything that happens, written as it happens. */

import { closeSync, openSync, writeSync } from 'node:fs';
import type { TraceEvent } from '../sdk/run/trace';

export interface TraceFile {
  write(event: TraceEvent): void;
  /** Ends the file; one without an event is empty. */
  close(): void;
}

/** A file that is made, or made anew, with the first event: a run that never starts leaves it alone. */
export function traceFile(file: string): TraceFile {
  let open: number | undefined;
  const descriptor = () => {
    open ??= openSync(file, 'w');
    return open;
  };
  return {
    write(event) {
      writeSync(descriptor(), `${JSON.stringify(event)}\n`);
    },
    close() {
      closeSync(descriptor());
    },
  };
}
