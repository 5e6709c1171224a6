/** Okta event > User Okta Profile Updated. */

import { oktaEvent, part } from '../event';

export const userOktaProfileUpdated = oktaEvent('okta@1.0.605:oktaUserProfileUpdated', {
  title: 'User Okta Profile Updated',
  summary: 'Starts a flow when the profile of a user changed.',
  logType: 'user.account.update_profile',
  output: {
    dateAndTime: part.dateAndTime,
    message: part.message,
    eventId: part.eventId,
    eventType: part.eventType,
    legacyEventType: part.legacyEventType,
    eventTime: part.eventTime,
    version: part.version,
    uuid: part.uuid,
    severity: part.severity,
    result: part.result,
    changedAttributes: part.changedAttributes,
    actor: part.actor,
    oktaUser: part.oktaUser,
    client: part.client,
    transaction: part.transaction,
    debugContext: part.debugContext,
    authenticationContext: part.authenticationContext,
    securityContext: part.securityContext,
    eventDetails: part.eventDetails,
    headers: part.headers,
    source: part.source,
  },
});
