/** A user's refresh tokens: listed and revoked. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { type Access, type RefreshToken, revokeRefreshTokens } from './access';
import { noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import { CHECKPOINT_RULES, checkpointOf } from './paging';
import { checkQuery } from './query';
import { ENTERPRISE } from './sessions';
import type { Directory } from './user';

/** Deleting answers 202 `{}`, as recorded in auth0/go-auth0; unlike Auth0's, it is done by then. */
export function refreshTokenRoutes(directory: Directory, access: Access): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/users/{user_id}/refresh-tokens',
      scopes: ['read:refresh_tokens'],
      plans: ENTERPRISE,
      handle(request) {
        const { user_id = '' } = request.params;
        const complaint = checkQuery(request, CHECKPOINT_RULES);
        if (complaint) return complaint;
        if (!directory.has(user_id)) return noSuchUser;
        const own = [...access.refreshTokens.values()].filter((one) => one.user_id === user_id);
        return checkpointOf(own, showRefreshToken, 'tokens', request);
      },
    },
    {
      method: 'DELETE',
      path: '/users/{user_id}/refresh-tokens',
      scopes: ['delete:refresh_tokens'],
      plans: ENTERPRISE,
      handle({ params: { user_id = '' } }) {
        if (!directory.has(user_id)) return noSuchUser;
        revokeRefreshTokens(access, (one) => one.user_id === user_id);
        return { status: 202, body: {} };
      },
    },
  ];
}

/** Never the token itself, only its id. */
function showRefreshToken(one: RefreshToken): JsonObject {
  return {
    id: one.id,
    user_id: one.user_id,
    created_at: one.created_at,
    idle_expires_at: null,
    expires_at: null,
    client_id: one.client_id,
    session_id: one.session_id,
    rotating: one.rotating,
    resource_servers: [{ audience: one.audience, scopes: one.scope }],
    last_exchanged_at: one.last_exchanged_at,
  };
}
