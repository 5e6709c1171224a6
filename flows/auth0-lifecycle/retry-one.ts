/** [helper] Retry One: one failure, tried again once its time has come. */

import { callFlow, continueIf, date, field, helperFlow, ifError, number, updateRow } from '../../sdk/dsl';
import { getSettings } from './get-settings';
import { recordOutcome } from './record-outcome';
import { syncUser } from './sync-user';
import { failures } from './tables';

export const retryOne = helperFlow({
  name: '[helper] Retry One',
  description:
    'Brings the person of one failure in line again; closes the failure, or puts the next try off.',
  inputs: {
    row_id: field.text(),
    event_id: field.text(),
    event: field.text(),
    okta_user_id: field.text(),
    alternate_id: field.text(),
    attempts: field.number(),
    next_try: field.number(),
  },
  outputs: {},
  body({ row_id, event_id, event, okta_user_id, alternate_id, attempts, next_try }) {
    const now = date.now({});
    const instant = date.epoch({ start: now.date });
    continueIf({ a: next_try, operator: '<=', b: instant.output, message: 'It is not time yet.' });
    const tried = number.add({ a: attempts, b: 1 });
    ifError(
      {
        try() {
          const settings = callFlow(getSettings, {});
          const done = callFlow(syncUser, { okta_user_id, alternate_id, ...settings });
          callFlow(recordOutcome, { event_id, event, okta_user_id, ...done, mode: settings.mode });
          // Last, so that a failure is open until everything about it is done.
          updateRow(failures, row_id, { status: 'closed', attempts: tried.output });
        },
        catch(error) {
          const pause = number.multiply({ a: tried.output, b: 900 });
          const later = number.add({ a: instant.output, b: pause.output });
          updateRow(failures, row_id, { attempts: tried.output, next_try: later.output, why: error.message });
        },
      },
      { note: 'The next try comes later each time; a failure stays open until it is done.' },
    );
  },
});
