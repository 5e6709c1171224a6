/** Flows, connections, tables and folders have lower-case UUIDs of version 4. */

import { pointer } from '../pack/pointer';
import { first } from './example';
import { packPlace, type Rule } from './rule';

/** flopack-format §10: M3. */
export const idsAreUuids: Rule = {
  id: 'ids-are-uuids',
  invariants: ['M3'],
  severity: 'warning',
  sentence: 'Flows, connections, tables and folders have lower-case UUIDs of version 4.',
  needs: 'shape',
  check(context, report) {
    const { flos, configs, tables, groups } = context.pack.data;
    for (const [name, map] of Object.entries({ flos, configs, tables, groups })) {
      for (const id of Object.keys(map)) {
        if (UUID.test(id)) continue;
        report(
          packPlace(pointer('/data', name, id)),
          `The id "${id}" is no lower-case UUID of version 4; every real one is.`,
          'Give it another id, wherever something refers to it as well.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'a table with a number for an id',
      change(pack) {
        pack.data.tables['1'] = { ...first(pack.data.tables)[1], id: '1' };
      },
    },
  ],
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
