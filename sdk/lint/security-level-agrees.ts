/** A flow has a security level exactly when it is an API endpoint or delegated. */

import { nameCard } from '../pack/references';
import { isFunction } from '../pack/walk';
import { aFlow } from './example';
import { flowPlace, orderedBodies, type Rule } from './rule';

/** flopack-format §10: F6. */
export const securityLevelAgrees: Rule = {
  id: 'security-level-agrees',
  invariants: ['F6'],
  severity: 'warning',
  sentence: 'A flow has a security level exactly when it is an API endpoint or delegated.',
  needs: 'shape',
  check(context, report) {
    for (const { body, trigger } of orderedBodies(context)) {
      const data = body.flow.flow.data;
      if (body.inline !== null || data === null) continue;

      const open =
        isFunction(trigger.card, 'http', 'accept') || isFunction(trigger.card, 'http', 'delegated');
      if ((data.security_level !== null) === open) continue;
      report(
        flowPlace(body.flow, '/data/security_level'),
        `The security level of the flow "${body.flow.flow.name}" is ${JSON.stringify(data.security_level)}, and its trigger is ${nameCard(trigger.card)}.`,
        open ? 'Write "medium" (client token), "open" (public) or "high".' : 'Write null.',
      );
    }
  },
  wrong: [
    {
      what: 'a level on a helper flow',
      change(pack) {
        aFlow(pack, 'string:concat').security_level = 'open';
      },
    },
    {
      what: 'an endpoint without one',
      change(pack) {
        aFlow(pack, 'http:accept').security_level = null;
      },
    },
  ],
};
