/** Cards that follow each other are joined directly, and both branches of If/Else with their Join. */

import { pointer } from '../pack/pointer';
import { nameCard } from '../pack/references';
import { cardPlace } from '../pack/walk';
import { aBody, aCard, first, found } from './example';
import { orderedBodies, type Rule } from './rule';

/** flopack-format §10: S7, S9. */
export const neighboursJoined: Rule = {
  id: 'neighbours-joined',
  invariants: ['S7', 'S9'],
  severity: 'warning',
  sentence: 'Cards that follow each other are joined directly, and both branches of If/Else with their Join.',
  needs: 'shape',
  check(context, report) {
    for (const { body, order } of orderedBodies(context)) {
      for (const [from, to] of order.missingEdges) {
        const place = body.byId.get(to);
        if (place === undefined) continue;
        report(
          cardPlace(place),
          `The order joins "${from}" with ${nameCard(place.card)} only by a longer way; exports join them directly.`,
          `Add ["${from}", "${to}"] to "orderings".`,
        );
      }
      for (const [key, [from, to]] of Object.entries(body.body.orderings)) {
        const place = body.byId.get(from);
        if (place === undefined || !Object.hasOwn(place.card.branches, to)) continue;
        report(
          { ...cardPlace(place), pointer: pointer(body.pointer, 'orderings', key) },
          `The order joins ${nameCard(place.card)} with the start of its own branch; exports leave that to "branches".`,
          'Remove the entry.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'an edge from If to its branch',
      change(pack) {
        const card = aCard(pack, 'control:if');
        aBody(pack, 'control:if').orderings['if-to-branch'] = [card.uuid, first(card.branches)[0]];
      },
    },
    {
      what: 'a start not joined with the Join',
      change(pack) {
        const body = aBody(pack, 'control:if');
        const join = aCard(pack, 'control:join').uuid;
        const starts = Object.keys(aCard(pack, 'control:if').branches);
        const start = found(
          starts.find((id) => Object.values(body.orderings).some(([from, to]) => from === id && to !== join)),
          'branch with cards',
        );
        body.orderings = Object.fromEntries(
          Object.entries(body.orderings).filter(([, [from, to]]) => from !== start || to !== join),
        );
      },
    },
  ],
};
