/** A pack has flows, connections, tables and folders, each as an object, empty or not. */

import { fromShape, type Rule } from './rule';

/** flopack-format §10: E5. The check itself belongs to the schema of `sdk/pack`. */
export const packMaps: Rule = {
  id: 'pack-maps',
  invariants: ['E5'],
  severity: 'error',
  sentence: 'A pack has flows, connections, tables and folders, each as an object, empty or not.',
  needs: 'json',
  check: fromShape('pack-maps'),
  wrong: [
    {
      what: 'no folders',
      change(pack) {
        Reflect.deleteProperty(pack.data, 'groups');
      },
    },
    {
      what: 'tables as a list',
      change(pack) {
        Object.assign(pack.data, { tables: [] });
      },
    },
  ],
};
