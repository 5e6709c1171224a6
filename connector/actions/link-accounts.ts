/** Link Accounts: makes one Auth0 account an identity of another. */

import { action, field, group, json, object } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, send } from '../request';

export const linkAccounts = action({
  auth,
  name: 'Link Accounts',
  description: 'Link a secondary Auth0 account to a primary one.',
  inputs: {
    primary: group('Primary', { id: field.text('Primary User ID', { required: true }) }),
    secondary: group('Secondary', {
      provider: field.text('Secondary Provider', {
        required: true,
        help: 'What stands before the bar in its user ID.',
      }),
      id: field.text('Secondary User ID', { required: true, help: 'Without the provider, or with it.' }),
    }),
  },
  outputs: { result: group('Result', { identities: field.list('Identities') }) },
  scopes: ['update:users'],
  help: {
    limits: [
      'The secondary account is gone afterwards: it is found by the primary’s user ID and address alone.',
      'Its metadata is not merged into the primary’s.',
    ],
  },
  sample: {
    inputs: { primary: { id: 'auth0|64f0' }, secondary: { provider: 'google-oauth2', id: '1815' } },
    outputs: {
      result: {
        identities: [
          { provider: 'auth0', user_id: '64f0' },
          { provider: 'google-oauth2', user_id: '1815' },
        ],
      },
    },
  },
  body({ connection, inputs }) {
    requireInput(inputs.primary.id, 'Primary User ID');
    requireInput(inputs.secondary.provider, 'Secondary Provider');
    requireInput(inputs.secondary.id, 'Secondary User ID');
    const body = object.construct({ provider: inputs.secondary.provider, user_id: inputs.secondary.id });
    const reply = send(connection, 'POST', idPath('users', inputs.primary.id, '/identities'), {
      body: body.output,
    });
    const identities = json.parse({ string: reply.body }, { as: { output: field.list() } });
    return { result: { identities: identities.output } };
  },
});
