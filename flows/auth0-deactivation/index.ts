/** Pack auth0-deactivation: the same job through the connector's cards, with no secret in any card or table. */

import { auth0 } from '../../connector';
import { connection, pack } from '../../sdk/dsl';
import { flagAuth0User } from './flag-auth0-user';
import { userDeactivated } from './user-deactivated';

export const auth0Deactivation = pack({
  name: 'auth0-deactivation',
  title: 'Auth0 Deactivation',
  description: 'Marks Auth0 users whom Okta has deactivated, through the connector "Auth0 Lifecycle".',
  flows: [userDeactivated, flagAuth0User],
  connections: [connection('okta', 'Okta'), connection(auth0, 'Auth0')],
});
