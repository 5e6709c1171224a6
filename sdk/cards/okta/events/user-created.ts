/** Okta event > User Created. */

import { adminAndUser, oktaEvent } from '../event';

export const userCreated = oktaEvent('okta@1.0.687:userCreated', {
  title: 'User Created',
  summary: 'Starts a flow when a user was created.',
  logType: 'user.lifecycle.create',
  output: adminAndUser,
});
