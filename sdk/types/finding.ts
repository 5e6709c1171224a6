/** Findings: what a check says of a pack, as data until somebody prints it. */

export type Severity = 'error' | 'warning';

export interface Finding {
  /** The rule's id, which is its file's name. */
  rule: string;
  severity: Severity;
  /** The file that was read. */
  file: string;
  /** The flow's name, where the finding lies in one. */
  flow: string | null;
  /** The card's id in the file. */
  card: string | null;
  /** A JSON pointer into the file. */
  pointer: string;
  /** What is wrong: the thing, its value, what is allowed. */
  message: string;
  /** The repair. */
  hint: string | null;
}
