/** Pack auth0-user-metadata: the original five flows without a connector, with the faults of the original gone. */

import { connection, pack } from '../../sdk/dsl';
import { configuration, configurationCsv } from './configuration';
import { getAccessToken } from './get-access-token';
import { getAuth0UserId } from './get-auth0-user-id';
import { getConfiguration } from './get-configuration';
import { updateAuth0User } from './update-auth0-user';
import { userDeactivated } from './user-deactivated';

export const auth0UserMetadata = pack({
  name: 'auth0-user-metadata',
  title: 'Auth0 User Metadata',
  description:
    'Marks Auth0 users whom Okta has deactivated. Needs no connector: the credentials stand in a table.',
  flows: [userDeactivated, getAccessToken, getAuth0UserId, getConfiguration, updateAuth0User],
  tables: [configuration],
  connections: [connection('okta', 'Okta')],
  files: { 'configuration.csv': configurationCsv },
});
