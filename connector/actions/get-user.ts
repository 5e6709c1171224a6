/** Get User: one Auth0 account by its id. */

import { action, field, group } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, sampleUser, send, userFrom, userOutputs } from '../request';

export const getUser = action({
  auth,
  name: 'Get User',
  description: 'Read an Auth0 account by its user ID.',
  inputs: { user: group('User', { id: field.text('User ID', { required: true }) }) },
  outputs: { user: userOutputs },
  scopes: ['read:users'],
  help: { limits: ['An unknown user ID ends the card with an error of status 404.'] },
  sample: { inputs: { user: { id: 'auth0|64f0' } }, outputs: { user: sampleUser } },
  body({ connection, inputs }) {
    requireInput(inputs.user.id, 'User ID');
    const reply = send(connection, 'GET', idPath('users', inputs.user.id));
    return { user: userFrom(reply.body) };
  },
});
