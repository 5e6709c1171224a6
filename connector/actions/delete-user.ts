/** Delete User: removes one Auth0 account for good. */

import { action, field, group } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, send } from '../request';

export const deleteUser = action({
  auth,
  name: 'Delete User',
  description: 'Delete an Auth0 account by its user ID.',
  inputs: { user: group('User', { id: field.text('User ID', { required: true }) }) },
  outputs: { response: group('Response', { statusCode: field.number('Status Code') }) },
  scopes: ['delete:users'],
  help: {
    limits: [
      'It cannot be undone.',
      'Auth0 answers 204 for an ID that does not exist, so the card does not tell.',
    ],
  },
  sample: { inputs: { user: { id: 'auth0|64f0' } }, outputs: { response: { statusCode: 204 } } },
  body({ connection, inputs }) {
    requireInput(inputs.user.id, 'User ID');
    const reply = send(connection, 'DELETE', idPath('users', inputs.user.id));
    return { response: { statusCode: reply.status_code } };
  },
});
