/** Update Metadata: changes an account's app or user metadata, and leaves what is beside the changes alone. */

import { action, callFlow, field, group, json, object, returnErrorIf } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath } from '../request';
import { httpHelper } from '../system/http-helper';
import { mergeObjects } from '../system/merge-objects';

export const updateMetadata = action({
  auth,
  name: 'Update Metadata',
  description: 'Change the app or user metadata of an Auth0 account.',
  options: {
    target: field.choice(
      'Metadata',
      [
        { value: 'app_metadata', label: 'App Metadata' },
        { value: 'user_metadata', label: 'User Metadata' },
      ],
      { required: true },
    ),
  },
  inputs: {
    user: group('User', { id: field.text('User ID', { required: true }) }),
    metadata: group('Metadata', {
      changes: field.object('Changes', {
        required: true,
        help: 'Keys to set; null removes a key of the first level.',
      }),
    }),
  },
  outputs: {
    user: group('User', {
      id: field.text('User ID'),
      appMetadata: field.object('App Metadata'),
      userMetadata: field.object('User Metadata'),
    }),
  },
  scopes: ['read:users', 'update:users', 'update:users_app_metadata'],
  help: {
    limits: [
      'Reads the account first: Auth0 itself merges the first level only and would drop what stands beside a nested change.',
      'Another change of the same nested object between the read and the write is lost.',
      'Keys with a dot are not supported; Auth0 refuses them in app metadata.',
    ],
  },
  sample: {
    options: { target: 'app_metadata' },
    inputs: { user: { id: 'auth0|64f0' }, metadata: { changes: { okta_deactivated: true } } },
    outputs: { user: { id: 'auth0|64f0', appMetadata: { okta_deactivated: true } } },
  },
  body({ connection, options, inputs }) {
    returnErrorIf({
      a: inputs.user.id,
      operator: 'is empty',
      message: 'No User ID input provided.',
      statusCode: 400,
    });
    returnErrorIf(
      {
        a: inputs.metadata.changes,
        operator: 'is empty',
        message: 'No Changes input provided.',
        statusCode: 400,
      },
      { note: 'Auth0 takes an empty object as the wish to remove all metadata.' },
    );
    const path = idPath('users', inputs.user.id);
    const read = callFlow(httpHelper, { connection, relative_url: path, request_method: 'GET' });
    const account = json.parse({ string: read.body }, { as: { output: field.object() } });
    const existing = object.get(
      { object: account.output, path: options.target },
      { as: { output: field.object() } },
    );
    const { keys } = object.keys({ object: inputs.metadata.changes });
    const { merged } = callFlow(mergeObjects, {
      connection,
      items: keys,
      merged: inputs.metadata.changes,
      existing: existing.output,
      changes: inputs.metadata.changes,
    });
    const body = object.set(
      { object: {}, path: options.target, value: merged },
      { as: { output: field.object() } },
    );
    const written = callFlow(httpHelper, {
      connection,
      relative_url: path,
      request_method: 'PATCH',
      body: body.output,
      token: read.token,
    });
    const answer = json.parse({ string: written.body }, { as: { output: field.object() } });
    const after = object.getMultiple(
      { object: answer.output },
      {
        outputs: {
          id: field.text('User ID', { key: 'user_id' }),
          app: field.object('App Metadata', { key: 'app_metadata' }),
          user: field.object('User Metadata', { key: 'user_metadata' }),
        },
      },
    );
    return { user: { id: after.id, appMetadata: after.app, userMetadata: after.user } };
  },
});
