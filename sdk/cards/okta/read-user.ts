/** Okta > Read User: a user by id or login. */

import { card } from '../card';
import { field } from '../field';
import { objectOf, oktaPath, oktaRequest } from './request';
import { profileProperties, systemProperties, userOutputs } from './user';

const ada = {
  id: '00u1',
  status: 'DEPROVISIONED',
  created: '2024-01-01T00:00:00.000Z',
  activated: null,
  profile: { login: 'ada@example.com', email: 'ada@example.com' },
  credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
};
const connection = { domain: 'example.okta.com', token: 't' };

export const readUser = card('okta@1.0.712:readUser', {
  title: 'Read User',
  category: 'Okta',
  summary: 'Gives the properties of the Okta user with a given id or login.',
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: { User: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: {
        'System Properties': { extensible: false, reserved: {}, index: 0, type: 'object' },
        'Profile Properties': { extensible: false, reserved: {}, index: 1, type: 'object' },
      },
    },
  },
  inputs: { user: field.text(undefined, { group: 'User', key: 'ID or Login', required: true }) },
  outputs: { ...systemProperties, profile: profileProperties },
  dynamic: [
    {
      uuid: 'c615e749-b361-4b36-9bd2-1e88e4179f74',
      side: 'output',
      group: 'Profile Properties',
      at: { fieldIndex: 0 },
      method: 'getUserProfileFields',
      path: [],
    },
  ],
  examples: [
    {
      inputs: { user: 'ada@example.com' },
      outputs: userOutputs(ada),
      given: { connection, replies: [{ status: 200, body: JSON.stringify(ada) }] },
      source: 'exports',
    },
    {
      inputs: { user: 'eve' },
      error: 'Not found: Resource not found: eve (User)',
      given: {
        connection,
        replies: [
          {
            status: 404,
            body: '{"errorCode":"E0000007","errorSummary":"Not found: Resource not found: eve (User)"}',
          },
        ],
      },
      source: 'exports',
    },
    { inputs: { user: '..' }, error: 'no id or login', given: { connection }, source: 'assumed' },
  ],
  async run({ user }, context) {
    const reply = await oktaRequest(context, { method: 'GET', path: oktaPath`/api/v1/users/${user}` });
    return userOutputs(objectOf(reply));
  },
});
