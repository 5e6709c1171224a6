/** Pack auth0-lifecycle: what a security team switches on: every account, both gates, the way back, and nothing lost. */

import { auth0 } from '../../connector';
import { connection, pack } from '../../sdk/dsl';
import { eventHookFlows } from './event-hook';
import { getSettings } from './get-settings';
import { handleEvent } from './handle-event';
import { onProfileUpdated, onUserActivated, onUserDeactivated, onUserSuspended } from './main-flows';
import { notify } from './notify';
import { reconcileFlows } from './reconcile';
import { recordFailure } from './record-failure';
import { recallPerson, rememberPerson } from './remember-person';
import { retryFlows } from './retry-failed';
import { syncUser } from './sync-user';
import { audit, failures, people, reports, settings, settingsCsv } from './tables';

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
    ...eventHookFlows,
    ...retryFlows,
    ...reconcileFlows,
    handleEvent,
    syncUser,
    recordFailure,
    recallPerson,
    rememberPerson,
    getSettings,
    notify,
  ],
  tables: [settings, audit, failures, people, reports],
  connections: [connection('okta', 'Okta'), connection(auth0, 'Auth0')],
  files: { 'settings.csv': settingsCsv },
});
