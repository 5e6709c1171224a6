/** The `event` that a post-login Action gets, in the shape of Auth0's reference. */

import type { Auth0Client, Clock, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { RefreshToken } from './access';
import { connectionId } from './connection';
import { type Account, isDatabaseUser, type StoredUser, showUser, splitUserId } from './user';

/** Who logs in to what, and how. */
export interface LoginFacts {
  client: Auth0Client;
  user: StoredUser;
  /** The one of the user's accounts whose credentials were used. */
  account: Account;
  scope: string;
  userAgent: string;
  /** The token that is exchanged; undefined for a login with a password. */
  refreshToken: RefreshToken | undefined;
}

/** Both metadata are always dictionaries; `blocked` is not among the user's attributes (post-login event object). */
export function loginEvent(
  facts: LoginFacts,
  { domain, clock }: { domain: string; clock: Clock },
): JsonObject {
  const { client, user, account, scope, userAgent, refreshToken } = facts;
  const {
    blocked: _blocked,
    logins_count: logins = 0,
    last_login: _login,
    last_ip: _ip,
    ...profile
  } = showUser(user);
  const now = new Date(clock.now()).toISOString();
  return {
    user: {
      ...profile,
      app_metadata: profile.app_metadata ?? {},
      user_metadata: profile.user_metadata ?? {},
      multifactor: profile.multifactor ?? [],
      enrolledFactors: [],
    },
    client: { client_id: client.client_id, name: client.client_id, metadata: {} },
    connection: {
      id: connectionId(account.connection),
      name: account.connection,
      strategy: isDatabaseUser(account) ? 'auth0' : splitUserId(account.profile.user_id).provider,
      metadata: {},
    },
    request: {
      body: {},
      geoip: {},
      hostname: domain,
      ip: '127.0.0.1',
      method: 'POST',
      query: {},
      user_agent: userAgent,
    },
    transaction: {
      acr_values: [],
      locale: 'en',
      protocol: refreshToken ? 'oauth2-refresh-token' : 'oauth2-password',
      requested_scopes: scope.split(' ').filter(Boolean),
      ui_locales: [],
    },
    ...(refreshToken && { refresh_token: eventToken(refreshToken) }),
    authentication: { methods: refreshToken ? [] : [{ name: 'pwd', timestamp: now }] },
    authorization: { roles: [] },
    stats: { logins_count: logins },
    tenant: { id: domain.split('.')[0] ?? domain },
    secrets: {},
    configuration: {},
  };
}

/** What an Action learns about the refresh token; never the token itself. */
function eventToken({ id, user_id, client_id, session_id, rotating, created_at }: RefreshToken): JsonObject {
  return { id, user_id, client_id, session_id, rotating, created_at };
}
