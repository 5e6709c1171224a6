/** [main] User Deactivated: when Okta deactivates somebody, flags every Auth0 account, through the connector's cards. */

import { auth0 } from '../../connector';
import { comment, continueIf, eventFlow, item, list, okta, rateLimits } from '../../sdk/dsl';
import { deactivatedUser } from '../deactivated-user';
import { raiseFailures } from '../flag-accounts';
import { flagAuth0User } from './flag-auth0-user';

export const userDeactivated = eventFlow({
  name: '[main] User Deactivated',
  description:
    'Flags every Auth0 account of a user whom Okta has deactivated, so that the Auth0 Action refuses the login.',
  event: okta.events.userDeactivated,
  body(event) {
    const { email } = deactivatedUser(event.oktaUser.id);
    const { result } = auth0.getUserByEmail({ user: { email } }, { retry: rateLimits });
    continueIf({
      a: result.count,
      operator: '>',
      b: 0,
      message: 'No Auth0 account has the address of this user.',
    });
    comment('One person may have several accounts, one for each way to log in; each gets the flags.');
    const outcomes = list.map(result.users, flagAuth0User, {
      user_id: item('user_id'),
      okta: item('user_metadata.okta'),
    });
    raiseFailures(outcomes);
  },
});
