/** The summary of a flow says rightly whether other flows may call it. */

import { nameCard } from '../pack/references';
import { isFunction } from '../pack/walk';
import { aFlow } from './example';
import { flowPlace, orderedBodies, type Rule } from './rule';

/** flopack-format §10: F4. */
export const callableFlag: Rule = {
  id: 'callable-flag',
  invariants: ['F4'],
  severity: 'warning',
  sentence: 'The summary of a flow says rightly whether other flows may call it.',
  needs: 'shape',
  check(context, report) {
    for (const { body, trigger } of orderedBodies(context)) {
      const data = body.flow.flow.data;
      if (body.inline !== null || data === null) continue;

      const callable = isFunction(trigger.card, 'control', 'callable');
      if (data.display.isCallable === callable) continue;
      report(
        flowPlace(body.flow, '/data/display/isCallable'),
        `"isCallable" is ${data.display.isCallable}, but the trigger of "${body.flow.flow.name}" is ${nameCard(trigger.card)}.`,
        `Write ${callable}: it is true for helper and scheduled flows alone.`,
      );
    }
  },
  wrong: [
    {
      what: 'a helper flow that is not callable',
      change(pack) {
        aFlow(pack, 'string:concat').display.isCallable = false;
      },
    },
  ],
};
