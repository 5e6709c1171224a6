/** What the compiler finds wrong with a model: data, all of it at once, before anything is written. */

/** One thing that is wrong. */
export interface Problem {
  /** Pack or connector, flow, card: where it lies. */
  where: string[];
  message: string;
  /** The repair. */
  hint: string;
}

/** A model that cannot be compiled; carries every problem found. */
export class CompileError extends Error {
  override readonly name = 'CompileError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((each) => `${each.where.join(' > ')}: ${each.message} ${each.hint}`).join('\n'));
  }
}
