/** The connection of a card is in the pack and is one of its connector. */

import { aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C19. The check itself belongs to the reference checks of `sdk/pack`. */
export const connectionExists: Rule = {
  id: 'connection-exists',
  invariants: ['C19'],
  severity: 'error',
  sentence: 'The connection of a card is in the pack and is one of its connector.',
  needs: 'shape',
  check: fromReferences('connection-exists'),
  wrong: [
    {
      what: 'a connection that is not there',
      change(pack) {
        aCard(pack, 'okta:readUser').node.model.config = '00000000-0000-4000-8000-000000000000';
      },
    },
    {
      what: 'one of another connector',
      change(pack) {
        first(pack.data.configs)[1].module = 'slack';
      },
    },
  ],
};
