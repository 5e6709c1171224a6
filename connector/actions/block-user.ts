/** Block User and Unblock User: whether Auth0 lets an account log in, by its own flag. */

import { action, field, group, object } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, sampleUser, send, userFrom, userOutputs } from '../request';

export const blockUser = blockAction({
  name: 'Block User',
  description: 'Block an Auth0 account, so that it cannot log in.',
  blocked: true,
  limits: [
    'Sessions and tokens that exist stay; use Revoke Access as well.',
    'Setting a new password through the Management API removes the block.',
  ],
});

export const unblockUser = blockAction({
  name: 'Unblock User',
  description: 'Take the block from an Auth0 account.',
  blocked: false,
  limits: ['A block by Auth0’s brute-force protection is another one, and stays.'],
});

/** The two differ in one value. */
function blockAction(about: { name: string; description: string; blocked: boolean; limits: string[] }) {
  return action({
    auth,
    name: about.name,
    description: about.description,
    inputs: { user: group('User', { id: field.text('User ID', { required: true }) }) },
    outputs: { user: userOutputs },
    scopes: ['update:users'],
    help: { limits: about.limits },
    sample: {
      inputs: { user: { id: 'auth0|64f0' } },
      outputs: { user: { ...sampleUser, blocked: about.blocked } },
    },
    body({ connection, inputs }) {
      requireInput(inputs.user.id, 'User ID');
      const change = object.construct({ blocked: about.blocked });
      const reply = send(connection, 'PATCH', idPath('users', inputs.user.id), { body: change.output });
      return { user: userFrom(reply.body) };
    },
  });
}
