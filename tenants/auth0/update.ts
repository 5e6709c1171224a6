/** PATCH /api/v2/users/{id}: checks the body as Auth0 does, then changes the user. */

import type { Clock, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { type BodyRule, checkBody, isObject } from './body-rules';
import { apiError, invalidBody, noSuchUser } from './errors';
import { insufficientScope } from './guard';
import { mergeMetadata } from './merge';
import { profileRules } from './profile-rules';
import {
  type Account,
  accountsOf,
  type Directory,
  findByLogin,
  isDatabaseUser,
  type StoredUser,
  showIdentities,
  showUser,
} from './user';

/** The root attributes that a PATCH may carry (Management API, "Update a User"). */
const RULES: Record<string, BodyRule> = {
  ...profileRules(true),
  client_id: { type: 'string' },
  verify_password: { type: 'boolean' },
  verify_phone_number: { type: 'boolean' },
};

const HINT = ' (consider storing them in app_metadata or user_metadata)';

/** Attributes that steer the call and are not stored. */
const STEERING = new Set([
  'client_id',
  'connection',
  'verify_email',
  'verify_password',
  'verify_phone_number',
]);
/** What belongs to a connection's account; the rest to the user as a whole. */
const OF_ACCOUNT = new Set(['email', 'email_verified', 'phone_number', 'phone_verified', 'username']);
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
  const checked = checkBody(request.body, RULES, HINT);
  if ('refused' in checked) return checked.refused;
  const body = checked.fields;
  if (Object.keys(body).length === 0) return invalidBody('None of the valid schemas were met');
  const unscoped = checkScopes(body, granted);
  if (unscoped) return unscoped;
  const user = directory.get(request.params.id ?? '');
  if (!user) return noSuchUser;
  const found = findAccount(directory, user, body);
  if ('status' in found) return found;
  applyPatch(user, found, body, new Date(clock.now()).toISOString());
  return { status: 200, body: showUser(user) };
}

/** UNDOCUMENTED: assumes that update:users_app_metadata alone reaches the metadata and nothing else. */
function checkScopes(body: JsonObject, granted: readonly string[]): TenantAnswer | undefined {
  if (granted.includes('update:users')) return undefined;
  const onlyMetadata = Object.keys(body).every((name) => METADATA.includes(name));
  return onlyMetadata ? undefined : insufficientScope(['update:users']);
}

/** The account that the PATCH means: the user's own, or the linked one whose connection it names. */
function findAccount(directory: Directory, user: StoredUser, body: JsonObject): Account | TenantAnswer {
  const { email, password, username, email_verified, connection } = body;
  if (password !== undefined && email !== undefined) return together('password', 'email');
  if (password !== undefined && email_verified !== undefined) return together('password', 'email_verified');
  if (username !== undefined && email !== undefined) return together('username', 'email');
  if (username !== undefined && password !== undefined) return together('username', 'password');
  const account = accountsOf(user).find((one) => connection === undefined || one.connection === connection);
  if (!account) return apiError(400, 'Connection does not exist.', 'inexistent_connection');
  if (!isDatabaseUser(account)) {
    if (email !== undefined)
      return apiError(400, 'Cannot update email for non-database user.', 'invalid_body');
    if (password !== undefined) return apiError(400, 'Connection is not supported for this operation.');
    const synced = SYNCED.filter((name) => Object.hasOwn(body, name));
    if (synced.length > 0) {
      const message = `The following user attributes cannot be updated: ${synced.join(', ')}.`;
      return apiError(400, message, 'invalid_body');
    }
  }
  const taken = typeof email === 'string' ? findByLogin(directory, email, account.connection) : undefined;
  // The API description lists no 409 for this call.
  if (taken && taken.account !== account)
    return apiError(400, 'The specified new email already exists', 'auth0_idp_error');
  return account;
}

function applyPatch(user: StoredUser, account: Account, body: JsonObject, now: string): void {
  for (const [name, value] of Object.entries(body)) {
    if (STEERING.has(name)) continue;
    const { profile } = OF_ACCOUNT.has(name) ? account : user;
    const stored = profile[name];
    if (name === 'password') {
      account.password = typeof value === 'string' ? value : undefined;
      user.profile.last_password_reset = now;
      // A reset through the API also lifts an admin's block (Auth0, "Block and unblock users").
      delete user.profile.blocked;
    } else if (METADATA.includes(name) && isObject(value)) {
      profile[name] = mergeMetadata(isObject(stored) ? stored : undefined, value);
    } else if (value === null) delete profile[name];
    else profile[name] = name === 'email' ? String(value).toLowerCase() : (value ?? null);
  }
  if (typeof body.blocked === 'boolean') user.profile.blocked = body.blocked;
  user.profile.updated_at = now;
  showIdentities(user);
}

function together(one: string, other: string): TenantAnswer {
  return apiError(400, `Cannot update ${one} and ${other} simultaneously`, 'invalid_body');
}
