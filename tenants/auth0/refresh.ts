/** The exchange of a refresh token at the token endpoint. */

import type { Auth0Client } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer } from '../routes';
import { giveRefreshToken, type RefreshToken } from './access';
import { oauthError } from './errors';
import { type LoginOptions, userIsBlocked } from './login';
import { personTokens } from './person-tokens';
import { runTrigger } from './trigger';

export interface RefreshOptions extends LoginOptions {
  /** UNDOCUMENTED whether a blocked person's refresh token still works; assumed: it does not, unless this is true. */
  blockedMayRefresh?: boolean;
}

/** What the token request said. */
export interface RefreshRequest {
  client: Auth0Client;
  token: string;
  /** Narrows the token's scope down; undefined means all of it. */
  scope: string | undefined;
  userAgent: string;
}

/**
 * Answers new tokens, or 403 invalid_grant where nobody has such a token, it was revoked or another application's, 401
 * for a blocked user, 403 access_denied where an Action denies: post-login runs here too. The token of an application
 * that rotates them is replaced.
 */
export function refresh(request: RefreshRequest, options: RefreshOptions): TenantAnswer {
  const { access, directory, clock } = options;
  const { client, userAgent } = request;
  const token = [...access.refreshTokens.values()].find((one) => one.token === request.token);
  const user = directory.get(token?.user_id ?? '');
  if (!token || !user || token.client_id !== client.client_id) {
    return oauthError(403, 'invalid_grant', 'Unknown or invalid refresh token.');
  }
  if (user.profile.blocked === true && !options.blockedMayRefresh) return userIsBlocked;
  const scope = narrowed(token.scope, request.scope);
  const facts = { client, user, account: user, scope, userAgent, refreshToken: token };
  const verdict = runTrigger(facts, options);
  if (verdict.denied !== undefined) return oauthError(403, 'access_denied', verdict.denied);
  token.last_exchanged_at = new Date(clock.now()).toISOString();
  const tokens = personTokens(facts, token.audience, verdict.claims, options);
  if (!token.rotating) return { status: 200, body: tokens };
  return { status: 200, body: { ...tokens, refresh_token: rotate(token, options) } };
}

/** The new token takes the old one's place; UNDOCUMENTED here: reuse of the old one does not end the new one. */
function rotate(token: RefreshToken, options: RefreshOptions): string {
  const { user_id, client_id, audience, scope, device, session_id } = token;
  options.access.refreshTokens.delete(token.id);
  const session = options.access.sessions.get(session_id ?? '') ?? null;
  const seed = { user_id, client_id, audience, scope, device_name: device.name };
  return giveRefreshToken(options.access, seed, options, session).token;
}

function narrowed(scope: string, wanted: string | undefined): string {
  if (wanted === undefined) return scope;
  const asked = wanted.split(' ');
  return scope
    .split(' ')
    .filter((name) => asked.includes(name))
    .join(' ');
}
