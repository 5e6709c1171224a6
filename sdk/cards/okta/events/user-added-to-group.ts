/** Okta event > User Added to Group. */

import { beginning, ending, oktaEvent, part } from '../event';

export const userAddedToGroup = oktaEvent('okta@1.0.690:userAddedToGroupMembership', {
  title: 'User Added to Group',
  summary: 'Starts a flow when a user became a member of a group.',
  logType: 'group.user_membership.add',
  output: { ...beginning, admin: part.admin, oktaUser: part.oktaUser, group: part.group, ...ending },
});
