/** Okta event > Suspicious Activity Reported. */

import { field } from '../../field';
import { oktaEvent, part } from '../event';
import { asObject } from '../request';

export const suspiciousActivityReported = oktaEvent('okta@1.0.690:userReportedSuspiciousActivityBeta', {
  title: 'Suspicious Activity Reported',
  summary: 'Starts a flow when a user reported activity that was not their own.',
  logType: 'user.account.report_suspicious_activity_by_enduser',
  output: {
    dateAndTime: part.dateAndTime,
    name: {
      field: field.text(undefined, { key: 'Name' }),
      read: (event) => asObject(event.actor).displayName ?? null,
    },
    email: {
      field: field.text(undefined, { key: 'Email' }),
      read: (event) => asObject(event.actor).alternateId ?? null,
    },
    userId: {
      field: field.text(undefined, { key: 'User ID' }),
      read: (event) => asObject(event.actor).id ?? null,
    },
    suspiciousActivityDetails: {
      field: field.text(undefined, { key: 'Suspicious Activity Details' }),
      read: (event) => JSON.stringify(asObject(asObject(event.debugContext).debugData)),
    },
    eventDetails: part.eventDetails,
    headers: part.headers,
    source: part.source,
    debugContext: part.debugContext,
  },
});
