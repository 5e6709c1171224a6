/** [main] User Deactivated: the person is out of Auth0 at once. */

import { eventFlow, okta } from '../../sdk/dsl';
import { handle } from './handle-event';

export const onUserDeactivated = eventFlow({
  name: '[main] User Deactivated',
  description: 'Flags, blocks and signs out the person in Auth0.',
  event: okta.events.userDeactivated,
  body: handle,
});
