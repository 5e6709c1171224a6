/** The Management API's user routes: by e-mail, by id, search, create, update, delete. */

import type { Clock, Random } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { createUser } from './create';
import { noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import { checkQuery, type QueryRule } from './query';
import { searchUsers } from './search';
import { updateUser } from './update';
import { type Directory, selectFields, showUser } from './user';

const FIELDS: Record<string, QueryRule> = { fields: { type: 'string' }, include_fields: { type: 'boolean' } };

export interface UserRoutesOptions {
  directory: Directory;
  clock: Clock;
  random: Random;
  /** Told before a user is deleted. */
  onDelete(userId: string): void;
}

/** The routes over one directory. The scopes are those of Auth0's own API description. */
export function userRoutes(options: UserRoutesOptions): ApiRoute[] {
  const { directory, clock } = options;
  return [
    {
      method: 'GET',
      path: '/users-by-email',
      scopes: ['read:users'],
      handle: (request) => usersByEmail(directory, request),
    },
    {
      method: 'GET',
      path: '/users',
      scopes: ['read:users'],
      handle: (request) => searchUsers(directory, request),
    },
    {
      method: 'POST',
      path: '/users',
      scopes: ['create:users'],
      handle: (request) => createUser(directory, options, request),
    },
    {
      method: 'GET',
      path: '/users/{id}',
      scopes: ['read:users'],
      handle: (request) => readUser(directory, request),
    },
    {
      method: 'PATCH',
      path: '/users/{id}',
      scopes: ['update:users', 'update:users_app_metadata'],
      handle: (request, granted) => updateUser(directory, clock, request, granted),
    },
    {
      method: 'DELETE',
      path: '/users/{id}',
      scopes: ['delete:users'],
      handle: (request) => deleteUser(options, request),
    },
  ];
}

/** Exact comparison: the endpoint is case-sensitive, and a plus that was sent bare arrives as a space. */
function usersByEmail(directory: Directory, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, { ...FIELDS, email: { type: 'string', required: true } });
  if (complaint) return complaint;
  const found = [...directory.values()].filter((user) => user.profile.email === request.query.email);
  return { status: 200, body: found.map((user) => project(showUser(user), request)) };
}

function readUser(directory: Directory, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, FIELDS);
  if (complaint) return complaint;
  const user = directory.get(request.params.id ?? '');
  return user ? { status: 200, body: project(showUser(user), request) } : noSuchUser;
}

/** 204 for an id that nobody has, too, as recorded in auth0/go-auth0. */
function deleteUser({ directory, onDelete }: UserRoutesOptions, request: TenantRequest): TenantAnswer {
  const userId = request.params.id ?? '';
  onDelete(userId);
  directory.delete(userId);
  return { status: 204 };
}

function project(profile: Parameters<typeof selectFields>[0], request: TenantRequest) {
  return selectFields(profile, request.query.fields, request.query.include_fields !== 'false');
}
