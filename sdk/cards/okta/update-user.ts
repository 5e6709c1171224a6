/** Okta > Update User: new values for a user's profile. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { field } from '../field';
import { setOwn } from '../path';
import { objectOf, oktaPath, oktaRequest } from './request';
import { profileProperties, systemProperties, userOutputs } from './user';

const ada = { id: '00u1', status: 'ACTIVE', profile: { login: 'ada@example.com', city: 'London' } };

export const updateUser = card('okta@1.0.617:updateUser', {
  title: 'Update User',
  category: 'Okta',
  summary: 'Changes the profile of an Okta user: only what is given, or the whole of it.',
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: {
        User: { extensible: false, reserved: {}, index: 0, type: 'object' },
        Option: { extensible: false, reserved: {}, index: 1, type: 'object' },
        Profile: { extensible: false, reserved: {}, index: 2, type: 'object' },
        Credentials: { extensible: false, reserved: {}, index: 3, type: 'object' },
      },
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
  inputs: {
    id: field.text(undefined, { group: 'User', key: 'ID', required: true }),
    passEmptyValues: field.choice(undefined, ['Yes', 'No'], {
      group: 'Option',
      key: 'Pass Empty Values?',
      default: '',
      metadata: { type: 'list' },
      when: { option: 'updateSemantics', is: ['POST'] },
    }),
    profile: field.many('Profile', field.any()),
    updateSemantics: field.choice(
      'Update Semantics',
      [
        { label: 'Partial', value: 'POST' },
        { label: 'Strict', value: 'PUT' },
      ],
      { group: 'parameters', option: true, default: 'POST' },
    ),
  },
  outputs: { ...systemProperties, profile: profileProperties },
  dynamic: [
    {
      uuid: '8a7e81af-50f5-4cc7-be73-ccbcf7f042bc',
      side: 'input',
      group: 'Option',
      at: { fieldIndex: 0 },
      method: 'getPassEmptyDropdown',
      path: [],
    },
    {
      uuid: 'd944c077-78e0-4728-b3ea-4c31887e7bb9',
      side: 'input',
      group: 'Profile',
      at: { fieldIndex: 0 },
      method: 'getUpdateUserProfileFields',
      path: [],
    },
    {
      uuid: 'cb240c67-5375-444b-990a-0f33236182fc',
      side: 'output',
      group: 'Profile Properties',
      at: { fieldIndex: 0 },
      method: 'getUserProfileFields',
      path: [],
    },
  ],
  examples: [
    {
      inputs: { id: '00u1', updateSemantics: 'POST', profile: { city: 'London', state: '' } },
      outputs: userOutputs(ada),
      given: {
        connection: { domain: 'example.okta.com', token: 't' },
        replies: [{ status: 200, body: JSON.stringify(ada) }],
      },
      source: 'exports',
    },
  ],
  async run({ id, passEmptyValues, profile, updateSemantics }, context) {
    // What a strict update leaves out, Okta clears; a partial one needs null to clear a value.
    const partial = updateSemantics !== 'PUT';
    const changes: JsonObject = {};
    for (const [name, value] of Object.entries(profile)) {
      const blank = value === null || value === '';
      if (!blank) setOwn(changes, name, value);
      else if (partial && passEmptyValues === 'Yes') setOwn(changes, name, null);
    }
    const reply = await oktaRequest(context, {
      method: partial ? 'POST' : 'PUT',
      path: oktaPath`/api/v1/users/${id}`,
      body: JSON.stringify({ profile: changes }),
    });
    return userOutputs(objectOf(reply));
  },
});
