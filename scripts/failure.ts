/** How the command line ends: its exit codes, and failures as data until they are printed. */

/** Exit codes, the same for every verb. */
export const exitCode = {
  ok: 0,
  /** Findings, or a run that failed. */
  findings: 1,
  /** Bad usage or bad input: nothing could start. */
  usage: 2,
  /** A fault of this program. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Something the user can mend: what is wrong, and the repair. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
