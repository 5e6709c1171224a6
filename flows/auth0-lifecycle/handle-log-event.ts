/** [helper] Handle Log Event: one event as Okta’s System Log writes it, from an event hook or from the log itself. */

import { field, helperFlow, object } from '../../sdk/dsl';
import { handle } from './handle-event';

export const handleLogEvent = helperFlow({
  name: '[helper] Handle Log Event',
  description:
    'Takes what matters out of an event of the System Log, and hands it on. Its target is the user.',
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
