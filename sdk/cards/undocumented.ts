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
  'at-out-of-range': {
    question: 'What does At give for a position outside the text or list?',
    assumed: 'null',
    alternative: 'error',
    because: 'real flows test the output of At for being empty right after it.',
  },
  'parse-empty-text': {
    question: 'What does JSON Parse do with an empty text?',
    assumed: 'error',
    alternative: 'null',
    because: 'an empty text is no JSON, and a parser says so.',
  },
  'text-segment-blank-end': {
    question: 'Where does Text Segment end when "end before" is blank?',
    assumed: 'end of the text',
    alternative: 'position 0',
    because:
      'every real flow that leaves it blank needs the rest of the text; one row of the page says otherwise.',
  },
  'division-by-zero': {
    question: 'What does Divide give for a division by 0?',
    assumed: 'error',
    alternative: 'null',
    because: 'no JSON number stands for infinity, and a silent null would be worse.',
  },
  'percentage-sign': {
    question: 'Does the percentage that Divide gives end in a % sign?',
    assumed: 'with',
    alternative: 'without',
    because: 'the output is a text, and real flows write it into sentences without a sign of their own.',
  },
  'missing-row': {
    question: 'What do Read Row, Update Row and Delete Row do when the table has no row with that id?',
    assumed: 'error',
    alternative: 'nothing',
    because: 'a change that changes nothing would be lost silently.',
  },
  'search-without-column': {
    question: 'In which order does Search Rows give rows when no column is named to sort by?',
    assumed: 'oldest first',
    alternative: 'newest first',
    because: 'a table that is read without an order gives its rows as they were made.',
  },
  'concurrency-above-the-limit': {
    question: 'What does an iterator do when its concurrency is above 200?',
    assumed: 'error',
    alternative: 'works on 200 at once',
    because: 'the designer offers no more than 200; a few older exports hold 1000.',
  },
  'list-merge': {
    question: 'How does the list function Merge put lists of objects together?',
    assumed: 'by position',
    alternative: 'one after the other',
    because: 'it takes lists of objects alone, and Combine All already puts any lists one behind the other.',
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionId = keyof typeof undocumented;
