/** [main] User Activated: the way back, where the sync has kept somebody out. */

import { eventFlow, okta } from '../../sdk/dsl';
import { handle } from './handle-event';

export const onUserActivated = eventFlow({
  name: '[main] User Activated',
  description: 'Lets the person into Auth0 again where the sync has kept them out.',
  event: okta.events.userActivated,
  body: handle,
});
