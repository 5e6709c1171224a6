/** A flow has an empty "model" and inherits how it logs. */

import { aFlow } from './example';
import { flowPlace, type Rule } from './rule';

/** flopack-format §10: F2. */
export const constantFlowKeys: Rule = {
  id: 'constant-flow-keys',
  invariants: ['F2'],
  severity: 'warning',
  sentence: 'A flow has an empty "model" and inherits how it logs.',
  needs: 'shape',
  check(context, report) {
    for (const place of context.flows) {
      const { name, data } = place.flow;
      if (data === null || (data.inheritLog && Object.keys(data.model).length === 0)) continue;
      report(
        flowPlace(place, '/data'),
        `The flow "${name}" has another "model" or "inheritLog" than every export: {} and true.`,
        'Write "model": {} and "inheritLog": true.',
      );
    }
  },
  wrong: [
    {
      what: 'a flow that does not inherit',
      change(pack) {
        aFlow(pack, 'string:concat').inheritLog = false;
      },
    },
  ],
};
