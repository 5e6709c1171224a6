/** Okta event > User Okta Password Reset by an Admin. */

import { adminAndUser, oktaEvent } from '../event';

export const userOktaPasswordResetByAnAdmin = oktaEvent('okta@1.0.577:userOktaPasswordResetbyanAdmin', {
  title: 'User Okta Password Reset by an Admin',
  summary: 'Starts a flow when an administrator reset the password of a user.',
  logType: 'user.account.reset_password',
  output: adminAndUser,
});
