/** Only an If/Else has branches. */

import { aCard } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C12. The check itself belongs to the reference checks of `sdk/pack`. */
export const branchesOnlyOnIf: Rule = {
  id: 'branches-only-on-if',
  invariants: ['C12'],
  severity: 'error',
  sentence: 'Only an If/Else has branches.',
  needs: 'shape',
  check: fromReferences('branches-only-on-if'),
  wrong: [
    {
      what: 'branches on another card',
      change(pack) {
        const card = aCard(pack, 'string:concat');
        card.branches = { [card.uuid]: true };
      },
    },
  ],
};
