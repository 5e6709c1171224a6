/** [main] Okta Event Hook: for kinds of events that have no card, such as unsuspend and delete. */

import {
  apiEndpointFlow,
  field,
  forEach,
  helperFlow,
  ifError,
  item,
  object,
  returnValues,
} from '../../sdk/dsl';
import { handle } from './handle-event';

/** One event of the delivery: its target is the user. */
const handleLogEvent = helperFlow({
  name: '[helper] Handle Log Event',
  description: 'Hands one event of an event hook’s delivery on.',
  inputs: { event: field.object() },
  outputs: {},
  body({ event }) {
    const about = object.getMultiple(
      { object: event },
      {
        outputs: {
          uuid: field.text(),
          eventType: field.text(),
          id: field.text('Okta user', { key: 'target.0.id' }),
          alternateId: field.text('Login', { key: 'target.0.alternateId' }),
        },
      },
    );
    handle({
      uuid: about.uuid,
      eventType: about.eventType,
      oktaUser: { id: about.id, alternateId: about.alternateId },
    });
  },
});

export const eventHook = apiEndpointFlow({
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

/** The flows of this file, callees first. */
export const eventHookFlows = [handleLogEvent, eventHook];
