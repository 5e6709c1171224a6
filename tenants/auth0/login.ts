/** Password logins at the token endpoint: checks the person, runs the bound Actions, issues the tokens. */

import type { Auth0Client, Clock, Json, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { TenantAnswer } from '../routes';
import { sameSecret } from '../secret';
import { type ActionOutcome, type BoundAction, runAction } from './actions';
import { oauthError } from './errors';
import { loginEvent } from './login-event';
import { mergeMetadata } from './merge';
import { issueToken, managementAudience, TOKEN_LIFETIME } from './tokens';
import { type Directory, findByLogin, isDatabaseUser, type StoredUser } from './user';

/** Auth0's extension grant that names the connection in `realm`. */
export const PASSWORD_REALM = 'http://auth0.com/oauth/grant-type/password-realm';

export interface LoginOptions {
  domain: string;
  directory: Directory;
  clock: Clock;
  random: Random;
  /** The Actions bound to post-login at this moment, in order. */
  actions(): readonly BoundAction[];
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
 * exists), 401 unauthorized for a blocked user, 403 access_denied where an Action denies or fails.
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
  const user = findByLogin(directory, request.username, connection);
  const right = sameSecret(request.password, user?.password ?? '');
  if (!user || user.password === undefined || !right) {
    return oauthError(403, 'invalid_grant', 'Wrong email or password.');
  }
  if (user.profile.blocked === true) return oauthError(401, 'unauthorized', 'user is blocked');
  const verdict = runTrigger(request, user, options);
  if (verdict.denied !== undefined) return oauthError(403, 'access_denied', verdict.denied);
  recordLogin(user, new Date(clock.now()).toISOString());
  return { status: 200, body: tokens(request, user, audience, verdict.claims, options) };
}

/**
 * Runs the Actions in order until one denies or fails. A later Action sees the metadata that an earlier one set; what
 * was set is kept even where the login is denied, as at Auth0.
 */
function runTrigger(
  request: LoginRequest,
  user: StoredUser,
  options: LoginOptions,
): { denied?: string; claims: ActionOutcome['claims'] } {
  const claims: ActionOutcome['claims'] = [];
  for (const action of options.actions()) {
    const outcome = runAction(action, loginEvent(request, user, options));
    for (const { target, name, value } of outcome.metadata) {
      const stored = user.profile[target];
      const before = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
      user.profile[target] = mergeMetadata(before, { [name]: value });
    }
    claims.push(...outcome.claims);
    const denied = outcome.denied ?? outcome.failed;
    if (denied !== undefined) return { denied, claims };
  }
  return { claims };
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

function tokens(
  request: LoginRequest,
  user: StoredUser,
  audience: string,
  claims: ActionOutcome['claims'],
  { domain, clock, random }: LoginOptions,
): JsonObject {
  const custom = (token: string): Record<string, Json> =>
    Object.fromEntries(
      claims.filter((claim) => claim.token === token).map(({ name, value }) => [name, value]),
    );
  // A person's token never carries an M2M scope, whatever was asked for.
  const asked = request.scope.split(' ');
  const scope = ['openid', 'profile', 'email'].filter((name) => asked.includes(name)).join(' ');
  const { user_id: sub, email, email_verified = false, name = email } = user.profile;
  const accessToken = issueToken(domain, clock, {
    ...custom('access_token'),
    sub,
    aud: audience,
    azp: request.client.client_id,
    scope,
    gty: 'password',
    jti: randomId(random, '', 22),
  });
  const body = { access_token: accessToken, scope, expires_in: TOKEN_LIFETIME, token_type: 'Bearer' };
  if (!asked.includes('openid')) return body;
  const idClaims = { ...custom('id_token'), sub, aud: request.client.client_id, email, email_verified, name };
  return { ...body, id_token: issueToken(domain, clock, idClaims) };
}
