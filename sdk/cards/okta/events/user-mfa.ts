/** Okta event > User MFA. */

import { adminAndUser, oktaEvent } from '../event';

export const userMfa = oktaEvent('oktadevices@1.0.104:userMFA', {
  title: 'User MFA',
  summary: 'Starts a flow when a user was checked by a factor, whether they passed or not.',
  logType: 'user.authentication.auth_via_mfa',
  output: adminAndUser,
});
