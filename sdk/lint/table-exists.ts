/** The table of a card is in the pack. */

import { nameCard } from '../pack/references';
import { fieldPlace } from '../pack/walk';
import { aCard, anInput } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C20. */
export const tableExists: Rule = {
  id: 'table-exists',
  invariants: ['C20'],
  severity: 'warning',
  sentence: 'The table of a card is in the pack.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      for (const [id, input] of Object.entries(place.card.node.model.inputs.data)) {
        if (input.metadata.table !== true) continue;
        const { data } = input.value;
        if (typeof data === 'string' && Object.hasOwn(context.pack.data.tables, data)) continue;
        report(
          fieldPlace(place, 'inputs', id, 'value', 'data'),
          data === null || data === ''
            ? `The card ${nameCard(place.card)} names no table.`
            : `The card ${nameCard(place.card)} uses the table ${JSON.stringify(data)}, which is not in the pack.`,
          'Export the folder of the table with it, or choose a table.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'no table',
      change(pack) {
        anInput(aCard(pack, 'stash:searchRows2'), 'stash').value.data = '';
      },
    },
  ],
};
