/** The key of a flow, connection, table or folder is its id. */

import { first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: M1. The check itself belongs to the reference checks of `sdk/pack`. */
export const keyIsId: Rule = {
  id: 'key-is-id',
  invariants: ['M1'],
  severity: 'error',
  sentence: 'The key of a flow, connection, table or folder is its id.',
  needs: 'shape',
  check: fromReferences('key-is-id'),
  wrong: [
    {
      what: 'a flow under another key',
      change(pack) {
        const [key, flow] = first(pack.data.flos);
        pack.data.flos[key] = { ...flow, id: '00000000-0000-4000-8000-000000000000' };
      },
    },
  ],
};
