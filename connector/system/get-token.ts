/** The token of a request: of httpHelper's own, or got beforehand by an action whose requests share one even where one fails. */

import { connectorHelper, field } from '../../sdk/dsl';
import { auth } from '../auth';
import { requestToken } from '../token';

export const getToken = connectorHelper({
  auth,
  name: 'Get Token',
  description: 'Gets a token for the Management API with the credentials of the connection.',
  inputs: {},
  outputs: { token: field.text() },
  body: ({ connection }) => ({ token: requestToken(connection, { title: 'Request Token' }) }),
});
