/** The order of a body names cards of that body alone. */

import { aBody, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S3. The check itself belongs to the reference checks of `sdk/pack`. */
export const orderNamesCards: Rule = {
  id: 'order-names-cards',
  invariants: ['S3'],
  severity: 'error',
  sentence: 'The order of a body names cards of that body alone.',
  needs: 'shape',
  check: fromReferences('order-names-cards'),
  wrong: [
    {
      what: 'a card that does not exist',
      change(pack) {
        const [, edge] = first(aBody(pack, 'string:concat').orderings);
        edge[1] = 'nobody-here';
      },
    },
  ],
};
