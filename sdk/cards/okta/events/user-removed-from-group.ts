/** Okta event > User Removed from Group. */

import { beginning, ending, oktaEvent, part } from '../event';

export const userRemovedFromGroup = oktaEvent('okta@1.0.690:userRemovedFromGroupMembership', {
  title: 'User Removed from Group',
  summary: 'Starts a flow when a user is no longer a member of a group.',
  logType: 'group.user_membership.remove',
  output: { ...beginning, admin: part.admin, oktaUser: part.oktaUser, group: part.group, ...ending },
});
