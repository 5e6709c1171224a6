/** What a pack holds has the type that every export has there. */

import { first } from './example';
import { fromShape, type Rule } from './rule';

/** flopack-format §10: E3, M10, C6, C16. The check itself belongs to the schema of `sdk/pack`. */
export const packShape: Rule = {
  id: 'pack-shape',
  invariants: ['E3', 'M10', 'C6', 'C16'],
  severity: 'error',
  sentence: 'What a pack holds has the type that every export has there.',
  needs: 'json',
  check: fromShape('pack-shape'),
  wrong: [
    {
      what: 'a time that is none',
      change(pack) {
        pack.created = 'yesterday';
      },
    },
    {
      what: 'a column of an unknown type',
      change(pack) {
        const [, table] = first(pack.data.tables);
        Object.assign(table.data?.structure[0] ?? {}, { type: 'money' });
      },
    },
  ],
};
