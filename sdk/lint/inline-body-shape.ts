/** An inner block has one id, lies in no folder, and starts with a callable. */

import { nameCard } from '../pack/references';
import { cardPlace, isFunction } from '../pack/walk';
import { aBlock, aCard } from './example';
import { orderedBodies, type Rule } from './rule';

/** flopack-format §10: S10. */
export const inlineBodyShape: Rule = {
  id: 'inline-body-shape',
  invariants: ['S10'],
  severity: 'warning',
  sentence: 'An inner block has one id, lies in no folder, and starts with a callable.',
  needs: 'shape',
  check(context, report) {
    for (const { body, trigger } of orderedBodies(context)) {
      const { inline, owner } = body;
      if (inline === null || owner === null) continue;
      const callable = isFunction(trigger.card, 'control', 'callable');
      if (inline.id === inline.uuid && callable && (inline.group ?? null) === null) continue;
      report(
        { ...cardPlace(owner), pointer: body.pointer },
        `An inner block of ${nameCard(owner.card)} has the ids "${inline.id}" and "${inline.uuid}", the folder ${JSON.stringify(inline.group)} and the trigger ${nameCard(trigger.card)}.`,
        'Write the same UUID as "id" and "uuid", null as "group", and start it with a callable.',
      );
    }
  },
  wrong: [
    {
      what: 'two ids',
      change(pack) {
        aBlock(aCard(pack, 'control:tryCatch')).uuid = '00000000-0000-4000-8000-000000000000';
      },
    },
  ],
};
