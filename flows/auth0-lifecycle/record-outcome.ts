/** [helper] Record Outcome: the one row that an event has in “audit”, with what became of it last. */

import { createRow, date, field, findRow, helperFlow, ifElse, updateRow } from '../../sdk/dsl';
import { audit } from './tables';

export const recordOutcome = helperFlow({
  name: '[helper] Record Outcome',
  description: 'Writes what became of an event into "audit": into its row, or into a new one.',
  inputs: {
    event_id: field.text(),
    event: field.text(),
    okta_user_id: field.text(),
    email: field.text(),
    outcome: field.text(),
    detail: field.text(),
    mode: field.text(),
  },
  outputs: {},
  body({ event_id, event, okta_user_id, email, outcome, detail, mode }) {
    const { rowId } = findRow(audit, { event_id });
    ifElse(
      { a: rowId, operator: 'is empty' },
      {
        then() {
          const now = date.now({});
          const at = now.iso;
          createRow(audit, { event_id, event, at, okta_user_id, email, outcome, detail, mode });
        },
        else() {
          updateRow(audit, rowId, { outcome, detail, mode });
        },
      },
    );
  },
});
