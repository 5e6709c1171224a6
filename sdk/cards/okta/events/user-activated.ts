/** Okta event > User Activated. */

import { adminAndUser, oktaEvent } from '../event';

export const userActivated = oktaEvent('okta@1.0.577:userActivated', {
  title: 'User Activated',
  summary: 'Starts a flow when a user was activated, for the first time or again.',
  logType: 'user.lifecycle.activate',
  output: adminAndUser,
});
