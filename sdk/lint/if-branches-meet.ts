/** An If/Else has a true and a false branch, and both lead to its own Join. */

import { aBody, aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S8. The check itself belongs to the reference checks of `sdk/pack`. */
export const ifBranchesMeet: Rule = {
  id: 'if-branches-meet',
  invariants: ['S8'],
  severity: 'error',
  sentence: 'An If/Else has a true and a false branch, and both lead to its own Join.',
  needs: 'shape',
  check: fromReferences('if-branches-meet'),
  wrong: [
    {
      what: 'both branches true',
      change(pack) {
        const card = aCard(pack, 'control:if');
        for (const id of Object.keys(card.branches)) card.branches[id] = true;
      },
    },
    {
      what: 'a branch that never ends',
      change(pack) {
        const body = aBody(pack, 'control:if');
        const join = aCard(pack, 'control:join').uuid;
        const [start] = first(aCard(pack, 'control:if').branches);
        const edges = Object.entries(body.orderings).filter(
          ([, [from, to]]) => from === start || to !== join,
        );
        body.orderings = Object.fromEntries(edges);
      },
    },
  ],
};
