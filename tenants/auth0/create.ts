/** POST /api/v2/users: a new user in a database or passwordless connection. */

import type { Clock, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import { randomHex } from '../ids';
import type { TenantAnswer, TenantRequest } from '../routes';
import { type BodyRule, checkBody } from './body-rules';
import { apiError, invalidBody } from './errors';
import { profileRules } from './profile-rules';
import { type Directory, findByLogin, makeUser, showUser, splitUserId } from './user';

const RULES: Record<string, BodyRule> = {
  ...profileRules(false),
  connection: { type: 'string', required: true },
  user_id: { type: 'string', empty: true, maximum: 255, format: { name: 'user-id', pattern: /^\S*$/ } },
};

/**
 * Answers 201, or 409 where the connection has the e-mail or Auth0 the id. UNDOCUMENTED which connections a tenant has;
 * assumed: those of its users, and a name that no user has is a database. Only databases take a password here, and
 * `email` is the one passwordless connection.
 */
export function createUser(
  directory: Directory,
  { clock, random }: { clock: Clock; random: Random },
  request: TenantRequest,
): TenantAnswer {
  const checked = checkBody(request.body, RULES);
  if ('refused' in checked) return checked.refused;
  const { connection: name, email: given, password, user_id: id, verify_email: _v, ...rest } = checked.fields;
  const connection = String(name);
  const provider = providerOf(directory, connection);
  if (provider !== 'auth0' && provider !== 'email') return unsupported;
  if (typeof given !== 'string') return invalidBody('Missing required property: email');
  if (provider === 'auth0' && password === undefined)
    return invalidBody('Missing required property: password');
  if (provider === 'email' && password !== undefined) {
    return apiError(400, 'Cannot set password for passwordless connections', 'invalid_body');
  }
  const userId = `${provider}|${id === undefined || id === '' ? randomHex(random, 24) : String(id)}`;
  if (directory.has(userId) || findByLogin(directory, given, connection)) return exists;
  const seed = { user_id: userId, email: given, connection, email_verified: false, ...(rest as JsonObject) };
  const user = makeUser({ ...seed, ...(password !== undefined && { password }) }, clock);
  directory.set(userId, user);
  return { status: 201, body: showUser(user) };
}

const exists = apiError(409, 'The user already exists.', 'auth0_idp_error');

const unsupported = apiError(
  400,
  'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
  'invalid_body',
);

function providerOf(directory: Directory, connection: string): string {
  if (connection === 'email') return 'email';
  for (const user of directory.values()) {
    if (user.connection === connection) return splitUserId(user.profile.user_id).provider;
  }
  return 'auth0';
}
