/** A connection is exported without its values, secrets among them. */

import { pointer } from '../pack/pointer';
import { first } from './example';
import { packPlace, type Rule } from './rule';

/** flopack-format §10: M4. */
export const connectionWithoutValues: Rule = {
  id: 'connection-without-values',
  invariants: ['M4'],
  severity: 'error',
  sentence: 'A connection is exported without its values, secrets among them.',
  needs: 'shape',
  check(context, report) {
    for (const [id, connection] of Object.entries(context.pack.data.configs)) {
      if (connection.data === null) continue;
      report(
        packPlace(pointer('/data/configs', id, 'data')),
        `The connection "${connection.name}" carries values; allowed is null.`,
        'Make "data" null, and change the secret: it has been in a file.',
      );
    }
  },
  wrong: [
    {
      what: 'a secret in a connection',
      change(pack) {
        Object.assign(first(pack.data.configs)[1], { data: { token: 'abc' } });
      },
    },
  ],
};
