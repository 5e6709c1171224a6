/** Okta event > User Okta Password Updated. */

import { beginning, ending, oktaEvent, part } from '../event';

export const userOktaPasswordUpdated = oktaEvent('okta@1.0.679:oktaUserPasswordUpdated', {
  title: 'User Okta Password Updated',
  summary: 'Starts a flow when the password of a user changed.',
  logType: 'user.account.update_password',
  output: { ...beginning, actor: part.actor, oktaUser: part.oktaUser, ...ending },
});
