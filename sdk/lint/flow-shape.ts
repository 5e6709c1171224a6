/** A flow has the thirteen keys that every export has. */

import { aFlow } from './example';
import { fromShape, type Rule } from './rule';

/** flopack-format §10: F1. The check itself belongs to the schema of `sdk/pack`. */
export const flowShape: Rule = {
  id: 'flow-shape',
  invariants: ['F1'],
  severity: 'error',
  sentence: 'A flow has the thirteen keys that every export has.',
  needs: 'json',
  check: fromShape('flow-shape'),
  wrong: [
    {
      what: 'a flow without "cron"',
      change(pack) {
        Reflect.deleteProperty(aFlow(pack, 'string:concat'), 'cron');
      },
    },
  ],
};
