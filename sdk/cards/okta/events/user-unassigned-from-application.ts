/** Okta event > User Unassigned from Application. */

import { applicationOptions, beginning, ending, oktaEvent, part } from '../event';

export const userUnassignedFromApplication = oktaEvent('okta@1.0.628:userRemovedFromApplicationMembership', {
  title: 'User Unassigned from Application',
  summary: 'Starts a flow when an application was taken from a user.',
  logType: 'application.user_membership.remove',
  options: applicationOptions,
  output: {
    ...beginning,
    admin: part.admin,
    oktaUser: part.oktaUser,
    applicationUser: part.applicationUser,
    application: part.application,
    ...ending,
  },
});
