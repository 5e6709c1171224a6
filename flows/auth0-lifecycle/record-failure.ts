/** [helper] Record Failure: keeps what could not be done, with why and when it is tried again. */

import {
  callFlow,
  createRow,
  date,
  field,
  findRow,
  helperFlow,
  ifElse,
  ifError,
  updateRow,
} from '../../sdk/dsl';
import { setting } from './get-settings';
import { notify } from './notify';
import { failures } from './tables';

export const recordFailure = helperFlow({
  name: '[helper] Record Failure',
  description: 'Writes a row into "failures", once for each event, and tells the team.',
  inputs: {
    event_id: field.text(),
    event: field.text(),
    okta_user_id: field.text(),
    alternate_id: field.text(),
    why: field.text(),
  },
  outputs: {},
  body({ event_id, event, okta_user_id, alternate_id, why }) {
    const now = date.now({});
    const instant = date.epoch({ start: now.date });
    const { rowId } = findRow(failures, { event_id });
    ifElse(
      { a: rowId, operator: 'is empty' },
      {
        then() {
          createRow(failures, {
            event_id,
            event,
            at: now.iso,
            okta_user_id,
            alternate_id,
            why,
            attempts: 0,
            next_try: instant.output,
            status: 'open',
          });
        },
        else() {
          updateRow(failures, rowId, { why, status: 'open' });
        },
      },
    );
    ifError(
      {
        try() {
          ifElse(
            { a: setting('notify', 'yes'), operator: '!=', b: 'no' },
            {
              then() {
                callFlow(notify, { subject: event, detail: why });
              },
            },
          );
        },
        catch: () => undefined,
      },
      { note: 'The failure is kept already; telling people of it must not undo that.' },
    );
  },
});
