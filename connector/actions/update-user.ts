/** Update User: changes the root fields of an Auth0 account. */

import { action, field, group, object } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, sampleUser, send, userFrom, userOutputs } from '../request';

export const updateUser = action({
  auth,
  name: 'Update User',
  description: 'Change the profile of an Auth0 account.',
  inputs: {
    user: group('User', {
      id: field.text('User ID', { required: true }),
      email: field.text('Email'),
      name: field.text('Name'),
      givenName: field.text('Given Name'),
      familyName: field.text('Family Name'),
      nickname: field.text('Nickname'),
      further: field.object('Further Fields', {
        help: 'Other root fields by their API name, such as email_verified; metadata only as it is to be, for Auth0 merges its first level alone.',
      }),
    }),
  },
  outputs: { user: userOutputs },
  scopes: ['update:users', 'update:users_app_metadata'],
  help: {
    limits: [
      'Inputs left empty are not sent; to empty a field, give null in Further Fields.',
      'Update Metadata keeps what stands beside a nested change; Further Fields takes metadata merged already.',
      'Fields that come from a social or enterprise connection are set again at the next login.',
    ],
  },
  sample: {
    inputs: { user: { id: 'auth0|64f0', name: 'Ada Lovelace' } },
    outputs: { user: { ...sampleUser, name: 'Ada Lovelace' } },
  },
  body({ connection, inputs }) {
    const { user } = inputs;
    requireInput(user.id, 'User ID');
    const given = object.construct({
      email: user.email,
      name: user.name,
      given_name: user.givenName,
      family_name: user.familyName,
      nickname: user.nickname,
    });
    const named = object.clearEmpty({ object: given.output, recursive: false });
    const body = object.merge({ start: named.output, sink: user.further });
    const reply = send(connection, 'PATCH', idPath('users', user.id), { body: body.output });
    return { user: userFrom(reply.body) };
  },
});
