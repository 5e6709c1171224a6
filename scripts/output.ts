/** What a verb prints: its result on stdout as text or as one JSON document, everything else on stderr. */

import { createColors } from 'picocolors';

export type Format = 'text' | 'json';

export interface Output {
  format: Format;
  /** Colours, where a person looks at a terminal that shows them. */
  colors: ReturnType<typeof createColors>;
  /** A line of the result for people; nothing in JSON. */
  line(text: string): void;
  /** The result as JSON, once; nothing in text. */
  json(value: unknown): void;
  /** Talk about the work: to stderr. */
  note(text: string): void;
}

/** Streams to write to, so that a test can read what was printed. */
export interface Streams {
  stdout: { write(text: string): unknown; isTTY?: boolean };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

export function output(format: Format, streams: Streams = process): Output {
  const tty = streams.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    format,
    colors: createColors(tty && format === 'text'),
    line: (text) => {
      if (format === 'text') streams.stdout.write(`${text}\n`);
    },
    json: (value) => {
      if (format === 'json') streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    note: (text) => {
      streams.stderr.write(`${text}\n`);
    },
  };
}
