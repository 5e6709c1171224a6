/** The version of a pack is 1.2.0, 1.3.0, 1.4.0 or 1.5.0. */

import { fromShape, type Rule } from './rule';

/** flopack-format §10: E2. The check itself belongs to the schema of `sdk/pack`. */
export const packVersion: Rule = {
  id: 'pack-version',
  invariants: ['E2'],
  severity: 'error',
  sentence: 'The version of a pack is 1.2.0, 1.3.0, 1.4.0 or 1.5.0.',
  needs: 'json',
  check: fromShape('pack-version'),
  wrong: [
    {
      what: 'a version that no export is known of',
      change(pack) {
        Object.assign(pack, { version: '2.0.0' });
      },
    },
  ],
};
