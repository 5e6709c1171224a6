/** [main] User Suspended: the person is out of Auth0 while the suspension lasts. */

import { eventFlow, okta } from '../../sdk/dsl';
import { handle } from './handle-event';

export const onUserSuspended = eventFlow({
  name: '[main] User Suspended',
  description: 'Flags, blocks and signs out the person in Auth0 while the suspension lasts.',
  event: okta.events.userSuspended,
  body: handle,
});
