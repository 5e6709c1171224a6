/** Every connection of the pack is used by some card. */

import { pointer } from '../pack/pointer';
import { first } from './example';
import { allCards, packPlace, type Rule } from './rule';

/** flopack-format §10: M9. */
export const connectionIsUsed: Rule = {
  id: 'connection-is-used',
  invariants: ['M9'],
  severity: 'warning',
  sentence: 'Every connection of the pack is used by some card.',
  needs: 'shape',
  check(context, report) {
    const used = new Set(allCards(context).map(({ card }) => card.node.model.config));
    for (const [id, { name }] of Object.entries(context.pack.data.configs)) {
      if (used.has(id)) continue;
      report(
        packPlace(pointer('/data/configs', id)),
        `No card uses the connection "${name}".`,
        'Remove it: the person who imports the pack would be asked for it in vain.',
      );
    }
  },
  wrong: [
    {
      what: 'one that nobody uses',
      change(pack) {
        const [, one] = first(pack.data.configs);
        const id = '00000000-0000-4000-8000-000000000000';
        pack.data.configs[id] = { ...one, id };
      },
    },
  ],
};
