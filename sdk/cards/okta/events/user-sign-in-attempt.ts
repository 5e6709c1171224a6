/** Okta event > User Sign In Attempt. */

import { beginning, ending, oktaEvent, part } from '../event';

export const userSignInAttempt = oktaEvent('okta@1.0.592:userSignedIn', {
  title: 'User Sign In Attempt',
  summary: 'Starts a flow when a user tried to sign in.',
  logType: 'user.session.start',
  output: { ...beginning, actor: part.actor, ...ending },
});
