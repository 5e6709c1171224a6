/** Okta event > User Assigned to Application. */

import { applicationOptions, beginning, ending, oktaEvent, part } from '../event';

export const userAssignedToApplication = oktaEvent('okta@1.0.599:userAddedToApplicationMembership', {
  title: 'User Assigned to Application',
  summary: 'Starts a flow when a user was given an application.',
  logType: 'application.user_membership.add',
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
