/** [main] User Deactivated: when Okta deactivates somebody, flags every Auth0 account with the same address. */

import { callFlow, comment, continueIf, eventFlow, item, list, okta } from '../../sdk/dsl';
import { deactivatedUser } from '../deactivated-user';
import { raiseFailures } from '../flag-accounts';
import { getAccessToken } from './get-access-token';
import { getAuth0UserId } from './get-auth0-user-id';
import { getConfiguration } from './get-configuration';
import { updateAuth0User } from './update-auth0-user';

export const userDeactivated = eventFlow({
  name: '[main] User Deactivated',
  description:
    'Flags every Auth0 account of a user whom Okta has deactivated, so that the Auth0 Action refuses the login.',
  saveData: false,
  event: okta.events.userDeactivated,
  body(event) {
    const { email } = deactivatedUser(event.oktaUser.id);
    const { domain, client_id, client_secret } = callFlow(getConfiguration, {});
    const { token } = callFlow(getAccessToken, { domain, client_id, client_secret });
    const { users, count } = callFlow(getAuth0UserId, { email, domain, token });
    continueIf({ a: count, operator: '>', b: 0, message: 'No Auth0 account has the address of this user.' });
    comment('One person may have several accounts, one for each way to log in; each gets the flags.');
    const outcomes = list.map(users, updateAuth0User, {
      user_id: item('user_id'),
      okta: item('user_metadata.okta'),
      domain,
      token,
    });
    raiseFailures(outcomes);
  },
});
