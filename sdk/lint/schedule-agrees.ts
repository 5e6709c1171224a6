/** A flow has a schedule, says so, and has a trigger of that title, or none of the three. */

import { isFunction } from '../pack/walk';
import { aFlow } from './example';
import { flowPlace, orderedBodies, type Rule } from './rule';

/** flopack-format §10: F5. */
export const scheduleAgrees: Rule = {
  id: 'schedule-agrees',
  invariants: ['F5'],
  severity: 'warning',
  sentence: 'A flow has a schedule, says so, and has a trigger of that title, or none of the three.',
  needs: 'shape',
  check(context, report) {
    for (const { body, trigger } of orderedBodies(context)) {
      const data = body.flow.flow.data;
      if (body.inline !== null || data === null) continue;

      const titled =
        isFunction(trigger.card, 'control', 'callable') && trigger.card.node.data.name === 'Scheduled Flow';
      const planned = Object.keys(data.cron).length > 0;
      if (data.scheduled === planned && planned === titled) continue;
      report(
        flowPlace(body.flow, '/data/scheduled'),
        `The flow "${body.flow.flow.name}" has ${planned ? 'a' : 'no'} schedule in "cron", "scheduled" is ${data.scheduled}, and its trigger is "${trigger.card.node.data.name}".`,
        'For a scheduled flow: a schedule, true, and a trigger with the title "Scheduled Flow"; else {} and false.',
      );
    }
  },
  wrong: [
    {
      what: 'a schedule on a helper flow',
      change(pack) {
        aFlow(pack, 'string:concat').scheduled = true;
      },
    },
  ],
};
