/** The cards of a block run one after the other. */

import { aBody, aCard, found } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S7. The check itself belongs to the reference checks of `sdk/pack`. */
export const cardsInOneOrder: Rule = {
  id: 'cards-in-one-order',
  invariants: ['S7'],
  severity: 'error',
  sentence: 'The cards of a block run one after the other.',
  needs: 'shape',
  check: fromReferences('cards-in-one-order'),
  wrong: [
    {
      what: 'two cards side by side',
      change(pack) {
        const body = aBody(pack, 'string:compose');
        const card = aCard(pack, 'string:compose');
        const twin = {
          ...card,
          uuid: 'twinOfCard',
          pins: {},
          node: { ...card.node, model: structuredClone(card.node.model) },
        };
        body.methods.push(twin);
        body.orderings['side-by-side'] = [found(body.methods[0], 'card').uuid, twin.uuid];
      },
    },
  ],
};
