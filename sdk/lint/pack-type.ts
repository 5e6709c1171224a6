/** A pack says that it is one. */

import { fromShape, type Rule } from './rule';

/** flopack-format §10: E1. The check itself belongs to the schema of `sdk/pack`. */
export const packType: Rule = {
  id: 'pack-type',
  invariants: ['E1'],
  severity: 'error',
  sentence: 'A pack says that it is one.',
  needs: 'json',
  check: fromShape('pack-type'),
  wrong: [
    {
      what: 'another type',
      change(pack) {
        Object.assign(pack, { type: 'flow' });
      },
    },
  ],
};
