/** Where the summary of a flow says whether it can be published, that is so for API endpoints and delegated flows alone. */

import { nameCard } from '../pack/references';
import { isFunction } from '../pack/walk';
import { aFlow } from './example';
import { flowPlace, orderedBodies, type Rule } from './rule';

/** flopack-format §10: F8. */
export const publishableFlag: Rule = {
  id: 'publishable-flag',
  invariants: ['F8'],
  severity: 'warning',
  sentence:
    'Where the summary of a flow says whether it can be published, that is so for API endpoints and delegated flows alone.',
  needs: 'shape',
  check(context, report) {
    for (const { body, trigger } of orderedBodies(context)) {
      const data = body.flow.flow.data;
      if (body.inline !== null || data === null) continue;

      const said = data.display.isPublishable;
      const open =
        isFunction(trigger.card, 'http', 'accept') || isFunction(trigger.card, 'http', 'delegated');
      if (said === undefined || said === open) continue;
      report(
        flowPlace(body.flow, '/data/display/isPublishable'),
        `"isPublishable" is ${said}, but the trigger of "${body.flow.flow.name}" is ${nameCard(trigger.card)}.`,
        `Write ${open}, or leave the key out.`,
      );
    }
  },
  wrong: [
    {
      what: 'a helper flow that is',
      change(pack) {
        aFlow(pack, 'string:concat').display.isPublishable = true;
      },
    },
  ],
};
