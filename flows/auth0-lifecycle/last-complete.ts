/** [helper] Last Complete: from when on a part of the reconciliation has to look. */

import { as, date, field, findRows, helperFlow, ifElse, list, object } from '../../sdk/dsl';
import { reports } from './tables';

export const lastComplete = helperFlow({
  name: '[helper] Last Complete',
  description:
    'Gives when a part of the reconciliation last began and came to its end, less an hour; where it never did, another time.',
  inputs: { direction: field.text(), otherwise: field.date() },
  outputs: { since: field.text() },
  body({ direction, otherwise }) {
    const rows = findRows(
      reports,
      { direction, outcome: 'complete' },
      { sortBy: 'at', direction: 'desc', limit: 1 },
    );
    const { length } = list.length({ list: rows });
    const begun = ifElse(
      { a: length, operator: '>', b: 0 },
      {
        then() {
          const at = object.get({ object: rows, path: '0.at' }, { as: { output: field.text() } });
          return { at: as.date(at.output) };
        },
        else: () => ({ at: otherwise }),
      },
    );
    // What happened just before may have been written into the log just after.
    const since = date.subtract({ start: begun.at, scale: 1, unit: 'hours' });
    return { since: as.text(since.output) };
  },
});
