/** The "uuid" of a flow is its id. */

import { aFlow } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: M2. The check itself belongs to the reference checks of `sdk/pack`. */
export const flowUuidIsId: Rule = {
  id: 'flow-uuid-is-id',
  invariants: ['M2'],
  severity: 'error',
  sentence: 'The "uuid" of a flow is its id.',
  needs: 'shape',
  check: fromReferences('flow-uuid-is-id'),
  wrong: [
    {
      what: 'another "uuid"',
      change(pack) {
        aFlow(pack, 'string:concat').uuid = '00000000-0000-4000-8000-000000000000';
      },
    },
  ],
};
