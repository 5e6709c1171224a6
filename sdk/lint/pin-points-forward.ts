/** A connection leads to a card that runs later. */

import { aCard, anInput, anOutput } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C8. The check itself belongs to the reference checks of `sdk/pack`. */
export const pinPointsForward: Rule = {
  id: 'pin-points-forward',
  invariants: ['C8'],
  severity: 'error',
  sentence: 'A connection leads to a card that runs later.',
  needs: 'shape',
  check: fromReferences('pin-points-forward'),
  wrong: [
    {
      what: 'a card that feeds itself',
      change(pack) {
        const card = aCard(pack, 'string:concat');
        card.pins[anOutput(card, 'output').id] = {
          [card.uuid]: [{ input: anInput(card, 'string1').id, transform: null }],
        };
      },
    },
  ],
};
