/** Pack auth0-lifecycle: what a security team switches on: every account, both gates, the way back, and nothing lost. */

import { auth0 } from '../../connector';
import { connection, pack } from '../../sdk/dsl';
import { deletedPeople } from './deleted-people';
import { flaggedAccounts } from './flagged-accounts';
import { getSettings } from './get-settings';
import { handleEvent } from './handle-event';
import { handleLogEvent } from './handle-log-event';
import { lastComplete } from './last-complete';
import { missedEvents } from './missed-events';
import { notify } from './notify';
import { oktaEventHook } from './okta-event-hook';
import { onProfileUpdated } from './okta-profile-updated';
import { recallPerson } from './recall-person';
import { reconcile } from './reconcile';
import { reconcileAccount } from './reconcile-account';
import { reconcileOne } from './reconcile-one';
import { reconcileRecord } from './reconcile-record';
import { recordFailure } from './record-failure';
import { recordOutcome } from './record-outcome';
import { rememberPerson } from './remember-person';
import { rememberRecord } from './remember-record';
import { retryFailed } from './retry-failed';
import { retryOne } from './retry-one';
import { syncUser } from './sync-user';
import { audit, failures, people, reports, settings, settingsCsv } from './tables';
import { onUserActivated } from './user-activated';
import { onUserDeactivated } from './user-deactivated';
import { onUserSuspended } from './user-suspended';
import { usersWithAddress } from './users-with-address';

export const auth0Lifecycle = pack({
  name: 'auth0-lifecycle',
  title: 'Auth0 Lifecycle',
  description:
    'Follows the life of Okta users in Auth0: deactivated, suspended, activated, changed; with retries, reconciliation and a record of everything.',
  flows: [
    onUserDeactivated,
    onUserSuspended,
    onUserActivated,
    onProfileUpdated,
    oktaEventHook,
    retryFailed,
    reconcile,
    handleEvent,
    handleLogEvent,
    syncUser,
    usersWithAddress,
    recordOutcome,
    recordFailure,
    retryOne,
    reconcileOne,
    reconcileRecord,
    reconcileAccount,
    deletedPeople,
    flaggedAccounts,
    missedEvents,
    rememberRecord,
    lastComplete,
    recallPerson,
    rememberPerson,
    getSettings,
    notify,
  ],
  tables: [settings, audit, failures, people, reports],
  connections: [connection('okta', 'Okta'), connection(auth0, 'Auth0')],
  files: { 'settings.csv': settingsCsv },
});
