/** The connector "Auth0 Lifecycle": the list of everything it has. A new action is one file and one line here. */

import { connector } from '../sdk/dsl';
import { blockUser, unblockUser } from './actions/block-user';
import { createUser } from './actions/create-user';
import { customApiAction } from './actions/custom-api-action';
import { deactivateUser, reactivateUser } from './actions/deactivate-user';
import { deleteUser } from './actions/delete-user';
import { getUser } from './actions/get-user';
import { getUserByEmail } from './actions/get-user-by-email';
import { linkAccounts } from './actions/link-accounts';
import { removeUserFromOrganization } from './actions/remove-user-from-organization';
import { revokeAccess } from './actions/revoke-access';
import { searchUsers } from './actions/search-users';
import { updateMetadata } from './actions/update-metadata';
import { updateUser } from './actions/update-user';
import { auth } from './auth';
import { ping } from './system/authping';
import { findFlows } from './system/find-accounts';
import { getToken } from './system/get-token';
import { httpHelper } from './system/http-helper';
import { mergeObjects } from './system/merge-objects';
import { revokeFlows } from './system/revoke';
import { searchPages } from './system/search-pages';
import { syncAccount } from './system/sync-account';
import { syncAccounts } from './system/sync-accounts';

export const auth0 = connector({
  name: 'Auth0 Lifecycle',
  description:
    'Finds the Auth0 accounts of a person and follows their life in Okta, with the credentials kept in the connection.',
  settings: {
    accentColor: '#3f59e4',
    documentation: 'https://auth0.com/docs/api/management/v2',
    supportEmail: 'support@example.com',
  },
  auth,
  // In upload order: what is called comes before what calls it.
  helpers: [
    getToken,
    httpHelper,
    mergeObjects,
    searchPages,
    ...findFlows,
    ...revokeFlows,
    syncAccount,
    syncAccounts,
  ],
  system: [ping],
  actions: {
    getUserByEmail,
    getUser,
    searchUsers,
    createUser,
    updateUser,
    updateMetadata,
    deleteUser,
    blockUser,
    unblockUser,
    revokeAccess,
    linkAccounts,
    removeUserFromOrganization,
    deactivateUser,
    reactivateUser,
    customApiAction,
  },
});
