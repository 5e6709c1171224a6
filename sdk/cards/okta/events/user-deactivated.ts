/** Okta event > User Deactivated. */

import { adminAndUser, oktaEvent } from '../event';

export const userDeactivated = oktaEvent('okta@1.0.690:userDeactivated', {
  title: 'User Deactivated',
  summary: 'Starts a flow when a user was deactivated.',
  logType: 'user.lifecycle.deactivate',
  output: adminAndUser,
});
