/** [main] User Deactivated: when Okta deactivates somebody, flags every Auth0 account with the same address. */

import { callFlow, comment, continueIf, eventFlow, field, forEach, item, okta } from '../../sdk/dsl';
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
    const user = okta.readUser(
      { user: event.oktaUser.id },
      { many: { profile: { email: field.text('Primary email') } } },
    );
    comment('Events may come late or out of order: only a user who is deactivated now is flagged.');
    continueIf({
      a: user.status,
      operator: '==',
      b: 'DEPROVISIONED',
      message: 'The user is not deactivated in Okta any more.',
    });
    const { domain, client_id, client_secret } = callFlow(getConfiguration, {});
    const { token } = callFlow(getAccessToken, { domain, client_id, client_secret });
    const { users, count } = callFlow(getAuth0UserId, { email: user.profile.email, domain, token });
    continueIf({ a: count, operator: '>', b: 0, message: 'No Auth0 account has the address of this user.' });
    comment('One person may have several accounts, one for each way to log in; each gets the flags.');
    forEach(users, updateAuth0User, {
      user_id: item('user_id'),
      okta: item('user_metadata.okta'),
      domain,
      token,
    });
  },
});
