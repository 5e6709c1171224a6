/** What no page and no export settles about the platform: what we assume, and the other way it could be. */

export interface Assumption {
  question: string;
  /** What a run does unless told otherwise. */
  assumed: string;
  /** The other possibility; `assume {id: alternative}` in a world makes a run behave so. */
  alternative: string;
  /** Why the assumption is the likelier one. */
  because: string;
}

/** Every UNDOCUMENTED choice a card or the local org makes, by id. */
export const undocumented = {
  'raw-request-on-error': {
    question: 'Does Raw Request end with an error when the service answers 400 or more?',
    assumed: 'raises',
    alternative: 'returns',
    because: 'templates wrap Raw Request in If Error, and the platform says it surfaces API errors itself.',
  },
  'ignore-errors-after-failure': {
    question: 'Does For Each - Ignore Errors go on with the next item after one failed?',
    assumed: 'goes on',
    alternative: 'stops',
    because: 'its title and description say so; one support article says that event batches stop.',
  },
  'catch-without-return': {
    question: 'What do the outputs of If Error hold when the block ended without a Return?',
    assumed: 'null',
    alternative: 'empty value of the type',
    because: 'an output that nothing filled is null elsewhere in real executions.',
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionId = keyof typeof undocumented;
