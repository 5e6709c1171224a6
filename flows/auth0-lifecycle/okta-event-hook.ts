/** [main] Okta Event Hook: for kinds of events that have no card, such as unsuspend and delete. */

import { apiEndpointFlow, field, forEach, ifError, item, returnValues } from '../../sdk/dsl';
import { handleLogEvent } from './handle-log-event';

export const oktaEventHook = apiEndpointFlow({
  name: '[main] Okta Event Hook',
  description:
    'Takes the deliveries of an Okta event hook. The caller needs the client token of this endpoint.',
  securityLevel: 'medium',
  accepts: { eventType: field.text(), data: field.record(undefined, { events: field.list() }) },
  body({ data }) {
    ifError(
      {
        try() {
          forEach(data.events, handleLogEvent, { event: item() }, { ignoreErrors: true });
        },
        catch: () => undefined,
      },
      { note: 'The caller is answered whatever becomes of its events; each is recorded by itself.' },
    );
    returnValues({ received: true });
  },
});
