/** The time of an export is in UTC and has milliseconds. */

import { packPlace, type Rule } from './rule';

/** flopack-format §10: E3. */
export const createdInMilliseconds: Rule = {
  id: 'created-in-milliseconds',
  invariants: ['E3'],
  severity: 'warning',
  sentence: 'The time of an export is in UTC and has milliseconds.',
  needs: 'shape',
  check(context, report) {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(context.pack.created)) return;
    report(
      packPlace('/created'),
      `"created" is "${context.pack.created}"; exports write it like "2026-01-01T00:00:00.000Z".`,
      'Write the instant in UTC with three decimals.',
    );
  },
  wrong: [
    {
      what: 'an offset',
      change(pack) {
        pack.created = '2026-01-01T00:00:00+01:00';
      },
    },
  ],
};
