/** The connector "Auth0 Lifecycle": the list of everything it has. A new action is one file and one line here. */

import { connector } from '../sdk/dsl';
import { customApiAction } from './actions/custom-api-action';
import { getUserByEmail } from './actions/get-user-by-email';
import { updateMetadata } from './actions/update-metadata';
import { auth } from './auth';
import { ping } from './system/authping';
import { httpHelper } from './system/http-helper';
import { mergeObjects } from './system/merge-objects';

export const auth0 = connector({
  name: 'Auth0 Lifecycle',
  description:
    'Finds the Auth0 accounts of a person and marks them, with the credentials kept in the connection.',
  settings: {
    accentColor: '#3f59e4',
    documentation: 'https://auth0.com/docs/api/management/v2',
    supportEmail: 'support@example.com',
  },
  auth,
  helpers: [httpHelper, mergeObjects],
  system: [ping],
  actions: { getUserByEmail, updateMetadata, customApiAction },
});
