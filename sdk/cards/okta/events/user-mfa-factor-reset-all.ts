/** Okta event > User MFA Factor Reset All. */

import { adminAndUser, oktaEvent } from '../event';

export const userMfaFactorResetAll = oktaEvent('oktadevices@1.0.104:userMFAFactorResetAll', {
  title: 'User MFA Factor Reset All',
  summary: 'Starts a flow when all factors of a user were reset.',
  logType: 'user.mfa.factor.reset_all',
  output: adminAndUser,
});
