/** No card runs before itself. */

import { aBody, found } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S4. The check itself belongs to the reference checks of `sdk/pack`. */
export const orderWithoutCycle: Rule = {
  id: 'order-without-cycle',
  invariants: ['S4'],
  severity: 'error',
  sentence: 'No card runs before itself.',
  needs: 'shape',
  check: fromReferences('order-without-cycle'),
  wrong: [
    {
      what: 'an edge back to the trigger',
      change(pack) {
        const body = aBody(pack, 'string:concat');
        body.orderings['back-again'] = [
          found(body.methods.at(-1), 'card').uuid,
          found(body.methods[0], 'card').uuid,
        ];
      },
    },
  ],
};
