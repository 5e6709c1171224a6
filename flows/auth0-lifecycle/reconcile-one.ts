/** [helper] Reconcile One: one person, brought in line whatever events said. */

import { callFlow, field, helperFlow, ifError, waitFor } from '../../sdk/dsl';
import { getSettings } from './get-settings';
import { recordFailure } from './record-failure';
import { syncUser } from './sync-user';

/** A failure is kept under the user’s id, so that the retry takes it on. */
export const reconcileOne = helperFlow({
  name: '[helper] Reconcile One',
  description:
    'Brings one person in line, linked accounts too; waits a second, so that Auth0 is not hurried.',
  inputs: { okta_user_id: field.text(), alternate_id: field.text() },
  outputs: {},
  body({ okta_user_id, alternate_id }) {
    ifError(
      {
        try() {
          const settings = callFlow(getSettings, {});
          callFlow(syncUser, { okta_user_id, alternate_id, ...settings, linked: 'search' });
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
