/** Okta event > User MFA. */

import { adminAndUser, oktaEvent } from '../event';

export const userMfa = oktaEvent('oktadevices@1.0.104:userMFA', {
  title: 'User MFA',
  summary: 'Starts a flow when a user proved who they are with a factor.',
  logType: 'user.authentication.auth_via_mfa',
  output: adminAndUser,
});
