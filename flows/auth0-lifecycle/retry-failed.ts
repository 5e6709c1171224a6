/** [scheduled] Retry Failed: tries again what could not be done, until it is. */

import {
  callFlow,
  continueIf,
  date,
  field,
  findRow,
  findRows,
  forEach,
  helperFlow,
  ifElse,
  ifError,
  item,
  number,
  scheduledFlow,
  updateRow,
} from '../../sdk/dsl';
import { syncUser } from './sync-user';
import { audit, failures } from './tables';

const retryOne = helperFlow({
  name: '[helper] Retry One',
  description:
    'Brings the person of one failure in line again; closes the failure, or puts the next try off.',
  inputs: {
    row_id: field.text(),
    event_id: field.text(),
    okta_user_id: field.text(),
    alternate_id: field.text(),
    attempts: field.number(),
    next_try: field.number(),
  },
  outputs: {},
  body({ row_id, event_id, okta_user_id, alternate_id, attempts, next_try }) {
    const now = date.now({});
    const instant = date.epoch({ start: now.date });
    continueIf({ a: next_try, operator: '<=', b: instant.output, message: 'It is not time yet.' });
    const tried = number.add({ a: attempts, b: 1 });
    ifError(
      {
        try() {
          const done = callFlow(syncUser, { okta_user_id, alternate_id });
          updateRow(failures, row_id, { status: 'closed', attempts: tried.output });
          const seen = findRow(audit, { event_id });
          ifElse(
            { a: seen.rowId, operator: 'is not empty' },
            {
              then() {
                updateRow(audit, seen.rowId, { outcome: done.outcome, detail: done.detail, mode: done.mode });
              },
            },
          );
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

export const retryFailed = scheduledFlow({
  name: '[scheduled] Retry Failed',
  description: 'Every 15 minutes: tries again what failed, oldest first, one after the other.',
  schedule: { everyMinutes: 15 },
  body() {
    const open = findRows(failures, { status: 'open' });
    forEach(
      open,
      retryOne,
      {
        row_id: item('Row ID'),
        event_id: item('event_id'),
        okta_user_id: item('okta_user_id'),
        alternate_id: item('alternate_id'),
        attempts: item('attempts'),
        next_try: item('next_try'),
      },
      { ignoreErrors: true },
    );
  },
});

/** The flows of this file, callees first. */
export const retryFlows = [retryOne, retryFailed];
