/** [util] Flag Auth0 User: sets both flags on one account with one change, through the connector. */

import { auth0 } from '../../connector';
import { field, helperFlow, rateLimits } from '../../sdk/dsl';
import { attempt, bothFlags, outcome, requireAccount } from '../flag-accounts';

export const flagAuth0User = helperFlow({
  name: '[util] Flag Auth0 User',
  description:
    'Marks one Auth0 account as deactivated in Okta: app_metadata.okta_deactivated, and the older user_metadata.okta.deactivated. Never fails: its outcome says what became of the account.',
  inputs: {
    user_id: field.text(),
    /** What `user_metadata.okta` holds now: the look-up has told, so the account need not be read again. */
    okta: field.object(),
  },
  outputs: outcome,
  body: ({ user_id, okta }) =>
    attempt(user_id, () => {
      const { user } = auth0.updateUser(
        { user: { id: user_id, further: bothFlags(okta) } },
        {
          note: 'The older flag is for an Action deployed with the original flows, which reads it alone.',
          retry: rateLimits,
        },
      );
      requireAccount(user.id);
    }),
});
