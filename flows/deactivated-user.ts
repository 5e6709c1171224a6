/** How a deactivation begins in every pack: reads the user again, and goes on only if Okta still says deactivated. */

import { comment, continueIf, field, okta, type Ref } from '../sdk/dsl';

/** Places the cards; gives the user's address. Events come late and out of order, so only what Okta says now counts (D24). */
export function deactivatedUser(id: Ref<string>): { email: Ref<string> } {
  const user = okta.readUser({ user: id }, { many: { profile: { email: field.text('Primary email') } } });
  comment('Events may come late or out of order: only a user who is deactivated now is flagged.');
  continueIf({
    a: user.status,
    operator: '==',
    b: 'DEPROVISIONED',
    message: 'The user is not deactivated in Okta any more.',
  });
  return { email: user.profile.email };
}
