/** Create User: a new Auth0 account in a connection. */

import { action, field, group, object } from '../../sdk/dsl';
import { auth } from '../auth';
import { requireInput, send, userFrom, userOutputs } from '../request';

export const createUser = action({
  auth,
  name: 'Create User',
  description: 'Create an Auth0 account in a database or passwordless connection.',
  inputs: {
    user: group('User', {
      connection: field.text('Connection', {
        required: true,
        help: 'Such as Username-Password-Authentication.',
      }),
      email: field.text('Email', { required: true }),
      password: field.text('Password', { secret: true, help: 'Database connections need one.' }),
      name: field.text('Name'),
      givenName: field.text('Given Name'),
      familyName: field.text('Family Name'),
      appMetadata: field.object('App Metadata'),
      userMetadata: field.object('User Metadata'),
    }),
  },
  outputs: { user: userOutputs },
  scopes: ['create:users'],
  help: {
    limits: [
      'Inputs left empty are not sent.',
      'An address that the connection has already is an error of status 409.',
    ],
  },
  sample: {
    inputs: {
      user: {
        connection: 'Username-Password-Authentication',
        email: 'grace@acme.test',
        password: 'Correct-Horse-9',
      },
    },
    outputs: { user: { email: 'grace@acme.test' } },
  },
  body({ connection, inputs }) {
    const { user } = inputs;
    requireInput(user.connection, 'Connection');
    requireInput(user.email, 'Email');
    const given = object.construct({
      connection: user.connection,
      email: user.email,
      password: user.password,
      name: user.name,
      given_name: user.givenName,
      family_name: user.familyName,
      app_metadata: user.appMetadata,
      user_metadata: user.userMetadata,
    });
    // Auth0 refuses an empty name; what the author left out must not be sent.
    const body = object.clearEmpty({ object: given.output, recursive: false });
    const reply = send(connection, 'POST', '/api/v2/users', { body: body.output });
    return { user: userFrom(reply.body) };
  },
});
