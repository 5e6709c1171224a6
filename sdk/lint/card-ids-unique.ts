/** No two cards of a flow, its inner blocks included, have the same id. */

import { aBlock, aCard, found } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S1. The check itself belongs to the reference checks of `sdk/pack`. */
export const cardIdsUnique: Rule = {
  id: 'card-ids-unique',
  invariants: ['S1'],
  severity: 'error',
  sentence: 'No two cards of a flow, its inner blocks included, have the same id.',
  needs: 'shape',
  check: fromReferences('card-ids-unique'),
  wrong: [
    {
      what: 'a card of an inner block with the id of the card around it',
      change(pack) {
        const card = aCard(pack, 'control:tryCatch');
        const inner = found(aBlock(card).methods.at(-1), 'card in a block');
        inner.uuid = card.uuid;
      },
    },
  ],
};
