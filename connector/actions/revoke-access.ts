/** Revoke Access: ends what an account can still use without logging in again. */

import { action, callFlow, field, group } from '../../sdk/dsl';
import { auth } from '../auth';
import { requireInput } from '../request';
import { getToken } from '../system/get-token';
import { revoke } from '../system/revoke';

export const revokeAccess = action({
  auth,
  name: 'Revoke Access',
  description: 'End the sessions and refresh tokens of an Auth0 account.',
  inputs: { user: group('User', { id: field.text('User ID', { required: true }) }) },
  outputs: { result: group('Result', { revoked: field.text('Revoked') }) },
  scopes: [
    'delete:sessions',
    'delete:refresh_tokens',
    'delete:grants',
    'read:device_credentials',
    'delete:device_credentials',
  ],
  help: {
    limits: [
      'Where the plan lacks the endpoint, grants and device credentials are deleted instead; Revoked says which was done.',
      'Access tokens already issued stay valid until they expire.',
      'Block the account or set the flag first, or the person simply logs in again.',
    ],
  },
  sample: {
    inputs: { user: { id: 'auth0|64f0' } },
    outputs: { result: { revoked: 'sessions and refresh tokens' } },
  },
  body({ connection, inputs }) {
    requireInput(inputs.user.id, 'User ID');
    const { token } = callFlow(getToken, { connection });
    const { revoked } = callFlow(revoke, { connection, user_id: inputs.user.id, token });
    return { result: { revoked } };
  },
});
