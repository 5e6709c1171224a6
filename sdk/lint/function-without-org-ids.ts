/** A function card has no connection and no ids of an org. */

import { nameCard } from '../pack/references';
import { cardPlace } from '../pack/walk';
import { aCard } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C26. */
export const functionWithoutOrgIds: Rule = {
  id: 'function-without-org-ids',
  invariants: ['C26'],
  severity: 'warning',
  sentence: 'A function card has no connection and no ids of an org.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { config, partnerChannelKeys, metadata } = place.card.node.model;
      if (!place.card.address.startsWith('root:kernel:')) continue;
      if (config === null && partnerChannelKeys === null && metadata.id === null) continue;
      report(
        cardPlace(place, 'node', 'model'),
        `The function card ${nameCard(place.card)} has a connection, "partnerChannelKeys" or an id in "metadata".`,
        'Make the three null; only cards of connectors have them.',
      );
    }
  },
  wrong: [
    {
      what: 'an id',
      change(pack) {
        aCard(pack, 'string:concat').node.model.metadata.id = 7;
      },
    },
  ],
};
