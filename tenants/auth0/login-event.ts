/** The `event` that a post-login Action gets, in the shape of Auth0's reference. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { LoginOptions, LoginRequest } from './login';
import { isDatabaseUser, type StoredUser, showUser } from './user';

/** Both metadata are always dictionaries; `blocked` is not among the user's attributes (post-login event object). */
export function loginEvent(request: LoginRequest, user: StoredUser, options: LoginOptions): JsonObject {
  const {
    blocked: _blocked,
    logins_count: logins = 0,
    last_login: _login,
    last_ip: _ip,
    ...profile
  } = showUser(user);
  const [provider = 'auth0'] = profile.user_id.split('|');
  const now = new Date(options.clock.now()).toISOString();
  return {
    user: {
      ...profile,
      app_metadata: profile.app_metadata ?? {},
      user_metadata: profile.user_metadata ?? {},
      multifactor: profile.multifactor ?? [],
      enrolledFactors: [],
    },
    client: { client_id: request.client.client_id, name: request.client.client_id, metadata: {} },
    connection: {
      id: `con_${user.connection.replace(/[^A-Za-z0-9]/g, '')}`,
      name: user.connection,
      strategy: isDatabaseUser(user) ? 'auth0' : provider,
      metadata: {},
    },
    request: {
      body: {},
      geoip: {},
      hostname: options.domain,
      ip: '127.0.0.1',
      method: 'POST',
      query: {},
      user_agent: request.userAgent,
    },
    transaction: {
      acr_values: [],
      locale: 'en',
      protocol: 'oauth2-password',
      requested_scopes: request.scope.split(' ').filter(Boolean),
      ui_locales: [],
    },
    authentication: { methods: [{ name: 'pwd', timestamp: now }] },
    authorization: { roles: [] },
    stats: { logins_count: logins },
    tenant: { id: options.domain.split('.')[0] ?? options.domain },
    secrets: {},
    configuration: {},
  };
}
