/** Okta event > User MFA Factor Deactivated. */

import { adminAndUser, oktaEvent } from '../event';

export const userMfaFactorDeactivated = oktaEvent('okta@1.0.617:userMFAFactorDeactivated', {
  title: 'User MFA Factor Deactivated',
  summary: 'Starts a flow when a factor of a user was deactivated.',
  logType: 'user.mfa.factor.deactivate',
  output: adminAndUser,
});
