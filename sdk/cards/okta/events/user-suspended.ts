/** Okta event > User Suspended. */

import { adminAndUser, oktaEvent } from '../event';

export const userSuspended = oktaEvent('okta@1.0.690:userSuspended', {
  title: 'User Suspended',
  summary: 'Starts a flow when a user was suspended.',
  logType: 'user.lifecycle.suspend',
  output: adminAndUser,
});
