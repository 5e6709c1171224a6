/** A card has the same title in both places. */

import { cardPlace } from '../pack/walk';
import { aCard } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C3. */
export const titleAgrees: Rule = {
  id: 'title-agrees',
  invariants: ['C3'],
  severity: 'warning',
  sentence: 'A card has the same title in both places.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { data, model } = place.card.node;
      if (data.name === model.metadata.name) continue;
      report(
        cardPlace(place, 'node', 'model', 'metadata', 'name'),
        `The title of the card is "${data.name}" in "data" and "${model.metadata.name}" in "metadata".`,
        'Write the title in both.',
      );
    }
  },
  wrong: [
    {
      what: 'one changed',
      change(pack) {
        aCard(pack, 'string:concat').node.data.name = 'Full Name';
      },
    },
  ],
};
