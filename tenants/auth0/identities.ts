/** Links accounts: a secondary user becomes an identity of a primary one, and back. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { checkBody } from './body-rules';
import { connectionId } from './connection';
import { apiError, invalidBody, noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import {
  accountsOf,
  type Directory,
  identityWithProfile,
  linkAccount,
  type StoredUser,
  showIdentities,
} from './user';

/**
 * Both answer the primary's identities, `profileData` with each, as recorded in auth0/go-auth0.
 * @param forget Told the id of the secondary, which nobody has any more.
 */
export function identityRoutes(directory: Directory, forget: (userId: string) => void): ApiRoute[] {
  return [
    {
      method: 'POST',
      path: '/users/{id}/identities',
      scopes: ['update:users'],
      handle: (request) => link(directory, forget, request),
    },
    {
      method: 'DELETE',
      path: '/users/{id}/identities/{provider}/{user_id}',
      scopes: ['update:users'],
      handle: (request) => unlink(directory, request),
    },
  ];
}

/** The body takes the secondary's id with its provider in front, too (recorded), and the API knows no 404 here. */
function link(directory: Directory, forget: (userId: string) => void, request: TenantRequest): TenantAnswer {
  const checked = checkBody(request.body, {
    provider: { type: 'string' },
    connection_id: {
      type: 'string',
      format: { name: 'connection-id', pattern: /^con_[A-Za-z0-9]{16}$/ },
    },
    user_id: { type: 'string or integer' },
    link_with: { type: 'string' },
  });
  if ('refused' in checked) return checked.refused;
  const { provider, user_id: given, connection_id: connection, link_with: token } = checked.fields;
  if (token !== undefined) {
    return apiError(
      400,
      'link_with needs the token of the primary account, which no client of this tenant has.',
    );
  }
  if (typeof provider !== 'string') return invalidBody('Missing required property: provider');
  if (given === undefined) return invalidBody('Missing required property: user_id');
  const primary = directory.get(request.params.id ?? '');
  if (!primary) return missing;
  const id = String(given);
  const userId = id.startsWith(`${provider}|`) ? id : `${provider}|${id}`;
  if (userId === primary.profile.user_id) return itself;
  if (primary.linked.some(({ profile }) => profile.user_id === userId)) return linkedAlready;
  const secondary = directory.get(userId);
  if (!secondary || (connection !== undefined && connectionId(secondary.connection) !== connection)) {
    return missing;
  }
  directory.delete(userId);
  // UNDOCUMENTED what becomes of the secondary's sessions and tokens; assumed: they end with the user they name.
  forget(userId);
  linkAccount(primary, secondary);
  return { status: 201, body: identitiesOf(primary) };
}

/** The account becomes a user of its own again, without the metadata that it lost when it was linked. */
function unlink(directory: Directory, { params }: TenantRequest): TenantAnswer {
  const primary = directory.get(params.id ?? '');
  if (!primary) return noSuchUser;
  const userId = `${params.provider}|${params.user_id}`;
  const account = primary.linked.find(({ profile }) => profile.user_id === userId);
  if (!account) return apiError(404, 'Identity not found.', 'inexistent_identity');
  primary.linked = primary.linked.filter((one) => one !== account);
  showIdentities(primary);
  const user: StoredUser = { ...account, linked: [] };
  showIdentities(user);
  directory.set(userId, user);
  return { status: 200, body: identitiesOf(primary) };
}

function identitiesOf(user: StoredUser): JsonObject[] {
  return accountsOf(user).map(identityWithProfile);
}

const missing = apiError(400, 'The user does not exist.', 'inexistent_user');
const itself = apiError(400, 'Main account and linked account must not be the same.', 'invalid_body');
const linkedAlready = apiError(409, 'Specified identity already exists.', 'identity_conflict');
