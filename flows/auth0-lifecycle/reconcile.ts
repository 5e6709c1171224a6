/** [scheduled] Reconcile: finds what events have missed, in both directions, and mends it. */

import { auth0 } from '../../connector';
import {
  callFlow,
  continueIf,
  createRow,
  date,
  field,
  forEach,
  helperFlow,
  ifError,
  item,
  okta,
  type Ref,
  scheduledFlow,
  waitFor,
} from '../../sdk/dsl';
import { recordFailure } from './record-failure';
import { syncUser } from './sync-user';
import { reports } from './tables';

/** One person; a failure is kept under an id of its own, so that the retry takes it on. */
const reconcileOne = helperFlow({
  name: '[helper] Reconcile One',
  description:
    'Brings one person in line, whatever events said; waits a second, so that Auth0 is not hurried.',
  inputs: { okta_user_id: field.text(), alternate_id: field.text() },
  outputs: {},
  body({ okta_user_id, alternate_id }) {
    // A flag that another pack has set names no Okta user; an address is no proof of who it is.
    continueIf({ a: okta_user_id, operator: 'is not empty', message: 'The account names no Okta user.' });
    ifError(
      {
        try() {
          callFlow(syncUser, { okta_user_id, alternate_id });
        },
        catch(error) {
          callFlow(recordFailure, {
            event_id: okta_user_id,
            event: 'reconcile',
            okta_user_id,
            alternate_id,
            why: error.message,
          });
        },
      },
      { note: 'One person who fails must not end the reconciliation of the others.' },
    );
    waitFor({ delay: 1, unit: 'second' });
  },
});

const reconcileRecord = helperFlow({
  name: '[helper] Reconcile Record',
  description: 'Takes one user of a streamed search.',
  inputs: {
    Record: field.record(undefined, { ID: field.text(), Email: field.text() }),
    State: field.object(),
  },
  outputs: {},
  body({ Record }) {
    callFlow(reconcileOne, { okta_user_id: Record.ID, alternate_id: Record.Email });
  },
});

export const reconcile = scheduledFlow({
  name: '[scheduled] Reconcile',
  description:
    'Every night: every deactivated or suspended user of Okta is out of Auth0, and nobody else carries the flag.',
  schedule: { daily: { hour: 2, timeZone: 'UTC' } },
  body() {
    direction('Okta to Auth0', () =>
      okta.streamUsersWithSearch(
        { 'Custom Search Criteria': 'status eq "DEPROVISIONED" or status eq "SUSPENDED"' },
        reconcileRecord,
      ),
    );
    direction('Auth0 to Okta', () => {
      const { result } = auth0.searchUsers({
        options: { resultSet: 'thousand' },
        search: { query: 'app_metadata.okta_deactivated:true' },
      });
      forEach(
        result.users,
        reconcileOne,
        { okta_user_id: item('app_metadata.okta_user_id'), alternate_id: item('email') },
        { ignoreErrors: true },
      );
      return result.count;
    });
  },
});

/** One direction, and its row in the reports: how many were looked at, or why it ended early. */
function direction(name: string, look: () => Ref<number>): void {
  const { checked, detail } = ifError(
    {
      try: () => ({ checked: look(), detail: '' }),
      catch: (error) => ({ checked: 0, detail: error.message }),
    },
    { note: 'What fails here is done by the next night; the other direction goes on.' },
  );
  const now = date.now({});
  createRow(reports, { at: now.iso, direction: name, checked, detail });
}

/** The flows of this file, callees first. */
export const reconcileFlows = [reconcileOne, reconcileRecord, reconcile];
