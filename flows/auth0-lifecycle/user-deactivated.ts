/** The main flows: one for each kind of event that has a card. Each hands its event on and never fails. */

import { eventFlow, okta } from '../../sdk/dsl';
import { handle } from './handle-event';

const { userDeactivated, userSuspended, userActivated, userOktaProfileUpdated } = okta.events;

export const onUserDeactivated = eventFlow({
  name: '[main] User Deactivated',
  description: 'Flags, blocks and signs out the person in Auth0.',
  event: userDeactivated,
  body: handle,
});

export const onUserSuspended = eventFlow({
  name: '[main] User Suspended',
  description: 'Flags, blocks and signs out the person in Auth0 while the suspension lasts.',
  event: userSuspended,
  body: handle,
});

export const onUserActivated = eventFlow({
  name: '[main] User Activated',
  description: 'Lets the person into Auth0 again where the sync has kept them out.',
  event: userActivated,
  body: handle,
});

export const onProfileUpdated = eventFlow({
  name: '[main] Okta Profile Updated',
  description: 'Remembers a changed address, so that the person is found under it and under the old one.',
  event: userOktaProfileUpdated,
  body: handle,
});
