/** [util] Get Access Token: a Management API token for the client's credentials, or an error that keeps Auth0's status. */

import { requestToken } from '../../connector/token';
import { field, helperFlow } from '../../sdk/dsl';

export const getAccessToken = helperFlow({
  name: '[util] Get Access Token',
  description: 'Exchanges the client id and secret for an Auth0 Management API token (client credentials).',
  saveData: false,
  inputs: { domain: field.text(), client_id: field.text(), client_secret: field.text() },
  outputs: { token: field.text() },
  body: (credentials) => ({ token: requestToken(credentials) }),
});
