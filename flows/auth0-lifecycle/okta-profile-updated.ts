/** [main] Okta Profile Updated: a changed address leads to the same accounts as the old one. */

import { eventFlow, okta } from '../../sdk/dsl';
import { handle } from './handle-event';

export const onProfileUpdated = eventFlow({
  name: '[main] Okta Profile Updated',
  description: 'Remembers a changed address, so that the person is found under it and under the old one.',
  event: okta.events.userOktaProfileUpdated,
  body: handle,
});
