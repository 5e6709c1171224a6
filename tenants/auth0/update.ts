/** PATCH /api/v2/users/{id}: checks the body as Auth0 does, then changes the user. */

import type { Clock, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { apiError, invalidBody, noSuchUser } from './errors';
import { insufficientScope } from './guard';
import { mergeMetadata } from './merge';
import { type Directory, findByLogin, isDatabaseUser, type StoredUser, showUser } from './user';

type FieldType = 'boolean' | 'object' | 'string' | 'string or null';

/** The root attributes that a PATCH may carry (Management API, "Update a User"). */
const FIELDS: Record<string, FieldType> = {
  app_metadata: 'object',
  blocked: 'boolean',
  client_id: 'string',
  connection: 'string',
  // Auth0 also allows null, for users known by phone alone; every user here has an e-mail.
  email: 'string',
  email_verified: 'boolean',
  family_name: 'string or null',
  given_name: 'string or null',
  name: 'string or null',
  nickname: 'string or null',
  password: 'string or null',
  phone_number: 'string or null',
  phone_verified: 'boolean',
  picture: 'string or null',
  user_metadata: 'object',
  username: 'string or null',
  verify_email: 'boolean',
  verify_password: 'boolean',
  verify_phone_number: 'boolean',
};

/** Attributes that steer the call and are not stored. */
const STEERING = new Set([
  'client_id',
  'connection',
  'verify_email',
  'verify_password',
  'verify_phone_number',
]);
const METADATA = ['app_metadata', 'user_metadata'];
/** What a connection that is not Auth0's own sets at each login. */
const SYNCED = ['family_name', 'given_name', 'name', 'nickname', 'picture'];

/** Checks everything before it changes anything, so that a refused PATCH leaves the user as it was. */
export function updateUser(
  directory: Directory,
  clock: Clock,
  request: TenantRequest,
  granted: readonly string[],
): TenantAnswer {
  const { body } = request;
  if (!isObject(body)) return invalidBody(`Expected type object but found type ${typeName(body)}`);
  const complaint = checkFields(body) ?? checkScopes(body, granted);
  if (complaint) return complaint;
  const user = directory.get(request.params.id ?? '');
  if (!user) return noSuchUser;
  const conflict = checkConnection(directory, user, body);
  if (conflict) return conflict;
  applyPatch(user, body, new Date(clock.now()).toISOString());
  return { status: 200, body: showUser(user) };
}

function checkFields(body: JsonObject): TenantAnswer | undefined {
  if (Object.keys(body).length === 0) return invalidBody('None of the valid schemas were met');
  const unknown = Object.keys(body).filter((name) => !Object.hasOwn(FIELDS, name));
  if (unknown.length > 0) {
    const hint = 'consider storing them in app_metadata or user_metadata';
    return invalidBody(`Additional properties not allowed: ${unknown.join(',')} (${hint})`);
  }
  for (const [name, value] of Object.entries(body)) {
    const expected = FIELDS[name] ?? 'string';
    const type = typeName(value);
    if (type !== expected && !(expected === 'string or null' && (type === 'string' || type === 'null'))) {
      return invalidBody(`Expected type ${expected.split(' ')[0]} but found type ${type}`, name);
    }
    if (value === '') return invalidBody('String is too short (0 chars), minimum 1', name);
  }
  const { email } = body;
  if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    return invalidBody(`Object didn't pass validation for format email: ${email}`, 'email');
  }
  return undefined;
}

/** UNDOCUMENTED: assumes that update:users_app_metadata alone reaches the metadata and nothing else. */
function checkScopes(body: JsonObject, granted: readonly string[]): TenantAnswer | undefined {
  if (granted.includes('update:users')) return undefined;
  const onlyMetadata = Object.keys(body).every((name) => METADATA.includes(name));
  return onlyMetadata ? undefined : insufficientScope(['update:users']);
}

function checkConnection(directory: Directory, user: StoredUser, body: JsonObject): TenantAnswer | undefined {
  const { email, password, username, email_verified, connection } = body;
  if (password !== undefined && email !== undefined) return together('password', 'email');
  if (password !== undefined && email_verified !== undefined) return together('password', 'email_verified');
  if (username !== undefined && email !== undefined) return together('username', 'email');
  if (username !== undefined && password !== undefined) return together('username', 'password');
  if (connection !== undefined && connection !== user.connection) {
    return apiError(400, 'Connection does not exist.', 'inexistent_connection');
  }
  if (!isDatabaseUser(user)) {
    if (email !== undefined)
      return apiError(400, 'Cannot update email for non-database user.', 'invalid_body');
    if (password !== undefined) return apiError(400, 'Connection is not supported for this operation.');
    const synced = SYNCED.filter((name) => Object.hasOwn(body, name));
    if (synced.length > 0) {
      const message = `The following user attributes cannot be updated: ${synced.join(', ')}.`;
      return apiError(400, message, 'invalid_body');
    }
  }
  const taken = typeof email === 'string' ? findByLogin(directory, email, user.connection) : undefined;
  // The API description lists no 409 for this call.
  if (taken && taken !== user)
    return apiError(400, 'The specified new email already exists', 'auth0_idp_error');
  return undefined;
}

function applyPatch(user: StoredUser, body: JsonObject, now: string): void {
  const { profile } = user;
  for (const [name, value] of Object.entries(body)) {
    if (STEERING.has(name)) continue;
    const stored = profile[name];
    if (name === 'password') {
      user.password = typeof value === 'string' ? value : undefined;
      profile.last_password_reset = now;
      // A reset through the API also lifts an admin's block (Auth0, "Block and unblock users").
      delete profile.blocked;
    } else if (METADATA.includes(name) && isObject(value)) {
      profile[name] = mergeMetadata(isObject(stored) ? stored : undefined, value);
    } else if (value === null) delete profile[name];
    else profile[name] = name === 'email' ? String(value).toLowerCase() : value;
  }
  if (typeof body.blocked === 'boolean') profile.blocked = body.blocked;
  profile.updated_at = now;
}

function together(one: string, other: string): TenantAnswer {
  return apiError(400, `Cannot update ${one} and ${other} simultaneously`, 'invalid_body');
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
