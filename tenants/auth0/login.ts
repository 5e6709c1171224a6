/** Password logins at the token endpoint: checks the person, runs the bound Actions, issues the tokens. */

import type { Auth0Client } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer } from '../routes';
import { sameSecret } from '../secret';
import { type Access, type AccessContext, giveGrant, giveRefreshToken, openSession } from './access';
import { oauthError } from './errors';
import { personalScope, personTokens } from './person-tokens';
import { managementAudience } from './tokens';
import { runTrigger, type TriggerOptions } from './trigger';
import { type Directory, findByLogin, isDatabaseUser, type StoredUser } from './user';

/** Auth0's extension grant that names the connection in `realm`. */
export const PASSWORD_REALM = 'http://auth0.com/oauth/grant-type/password-realm';

export interface LoginOptions extends AccessContext, TriggerOptions {
  directory: Directory;
  access: Access;
}

/** What the token request said. */
export interface LoginRequest {
  client: Auth0Client;
  username: string;
  password: string;
  /** The connection; undefined means the tenant's default directory. */
  realm: string | undefined;
  scope: string;
  audience: string | undefined;
  userAgent: string;
}

/**
 * Answers tokens, or 403 invalid_grant for a wrong e-mail, password or realm (one answer for all three tells nobody who
 * exists), 401 unauthorized for a blocked user, 403 access_denied where an Action denies or fails. The credentials of a
 * linked account log its user in. Unlike at Auth0, where a password grant has none, each login opens a session: it
 * stands for the login in a browser, which a server cannot show.
 */
export function login(request: LoginRequest, options: LoginOptions): TenantAnswer {
  const { domain, directory, clock } = options;
  const audience = request.audience ?? `https://${domain}/userinfo`;
  if (audience !== `https://${domain}/userinfo` && audience !== managementAudience(domain)) {
    return oauthError(403, 'access_denied', `Service not enabled within domain: ${audience}`);
  }
  const connection = request.realm ?? defaultDirectory(directory);
  if (connection === undefined) {
    return oauthError(500, 'server_error', 'Authorization server not configured with default connection.');
  }
  const found = findByLogin(directory, request.username, connection);
  const right = sameSecret(request.password, found?.account.password ?? '');
  if (!found || found.account.password === undefined || !right) {
    return oauthError(403, 'invalid_grant', 'Wrong email or password.');
  }
  const { user } = found;
  if (user.profile.blocked === true) return userIsBlocked;
  const { client, scope, userAgent } = request;
  const facts = { ...found, client, scope, userAgent, refreshToken: undefined };
  const verdict = runTrigger(facts, options);
  if (verdict.denied !== undefined) return oauthError(403, 'access_denied', verdict.denied);
  recordLogin(user, new Date(clock.now()).toISOString());
  const tokens = personTokens(facts, audience, verdict.claims, options);
  return { status: 200, body: { ...tokens, ...leaveAccess(request, user, audience, options) } };
}

/** 401 for a person whom an admin blocked (Auth0, "Block and unblock users"). */
export const userIsBlocked = oauthError(401, 'unauthorized', 'user is blocked');

/** A session, a grant and, with offline_access, a refresh token: what outlives the login. */
function leaveAccess(
  { client, scope: wanted, userAgent }: LoginRequest,
  user: StoredUser,
  audience: string,
  options: LoginOptions,
): { refresh_token?: string } {
  const { access } = options;
  const scope = personalScope(wanted);
  const owner = { user_id: user.profile.user_id, client_id: client.client_id };
  const session = openSession(access, owner, options);
  if (!scope.includes('offline_access')) {
    giveGrant(access, { ...owner, audience, scope: scope.split(' ').filter(Boolean) }, options);
    return {};
  }
  const device = userAgent === '' ? {} : { device_name: userAgent };
  const { token } = giveRefreshToken(access, { ...owner, ...device, audience, scope }, options, session);
  return { refresh_token: token };
}

/** UNDOCUMENTED which connection a tenant has as its default; assumed: the usual one, else the first database. */
function defaultDirectory(directory: Directory): string | undefined {
  const users = [...directory.values()];
  const usual = users.find((user) => user.connection === 'Username-Password-Authentication');
  return (usual ?? users.find(isDatabaseUser))?.connection;
}

function recordLogin(user: StoredUser, now: string): void {
  const before = user.profile.logins_count;
  user.profile.last_login = now;
  user.profile.last_ip = '127.0.0.1';
  user.profile.logins_count = (typeof before === 'number' ? before : 0) + 1;
  user.profile.updated_at = now;
}
