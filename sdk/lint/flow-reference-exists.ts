/** A flow that a card refers to is in the pack. */

import { aCard, anInput } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C21. The check itself belongs to the reference checks of `sdk/pack`. */
export const flowReferenceExists: Rule = {
  id: 'flow-reference-exists',
  invariants: ['C21'],
  severity: 'error',
  sentence: 'A flow that a card refers to is in the pack.',
  needs: 'shape',
  check: fromReferences('flow-reference-exists'),
  wrong: [
    {
      what: 'a call of a flow that is not there',
      change(pack) {
        anInput(aCard(pack, 'control:spawn'), 'flo').value.data = '00000000-0000-4000-8000-000000000000';
      },
    },
    {
      what: 'a flow for errors that is not there',
      change(pack) {
        aCard(pack, 'string:concat').node.model.policy.error = {
          type: 'flo',
          flo: '00000000-0000-4000-8000-000000000000',
        };
      },
    },
  ],
};
