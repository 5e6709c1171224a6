/** Exactly one card of a body, its trigger, has no card before it. */

import { aBody, aFlow } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S5. The check itself belongs to the reference checks of `sdk/pack`. */
export const oneTrigger: Rule = {
  id: 'one-trigger',
  invariants: ['S5'],
  severity: 'error',
  sentence: 'Exactly one card of a body, its trigger, has no card before it.',
  needs: 'shape',
  check: fromReferences('one-trigger'),
  wrong: [
    {
      what: 'no order at all',
      change(pack) {
        aBody(pack, 'string:concat').orderings = {};
      },
    },
    {
      what: 'no cards',
      change(pack) {
        Object.assign(aFlow(pack, 'string:concat'), { methods: [], orderings: {} });
      },
    },
  ],
};
