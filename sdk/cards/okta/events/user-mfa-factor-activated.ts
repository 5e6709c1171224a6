/** Okta event > User MFA Factor Activated. */

import { adminAndUser, oktaEvent } from '../event';

export const userMfaFactorActivated = oktaEvent('okta@1.0.592:userMFAFactorActivated', {
  title: 'User MFA Factor Activated',
  summary: 'Starts a flow when a factor of a user was activated.',
  logType: 'user.mfa.factor.activate',
  output: adminAndUser,
});
