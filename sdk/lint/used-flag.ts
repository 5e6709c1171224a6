/** An output is marked as used exactly when a connection leaves it. */

import { nameCard } from '../pack/references';
import { fieldPlace, own } from '../pack/walk';
import { aCard } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C17. */
export const usedFlag: Rule = {
  id: 'used-flag',
  invariants: ['C17'],
  severity: 'warning',
  sentence: 'An output is marked as used exactly when a connection leaves it.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      for (const [id, output] of Object.entries(place.card.node.model.outputs.data)) {
        const used = Object.values(own(place.card.pins, id) ?? {}).some((pins) => pins.length > 0);
        if ((output._used ?? false) === used) continue;
        report(
          fieldPlace(place, 'outputs', id),
          `The output "${output.key}" of ${nameCard(place.card)} is ${used ? 'connected but not marked as used' : 'marked as used but not connected'}.`,
          used ? 'Write "_used": true.' : 'Leave "_used" out.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'a mark without a connection',
      change(pack) {
        aCard(pack, 'string:concat').pins = {};
      },
    },
  ],
};
