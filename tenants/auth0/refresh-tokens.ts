/** A user's refresh tokens: listed and revoked. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { type Access, type RefreshToken, revokeRefreshTokens } from './access';
import type { ApiRoute } from './guard';
import { heldRoutes } from './held';
import type { Directory } from './user';

export function refreshTokenRoutes(directory: Directory, access: Access): ApiRoute[] {
  return heldRoutes({
    directory,
    path: 'refresh-tokens',
    scope: 'refresh_tokens',
    list: 'tokens',
    kept: access.refreshTokens,
    show: showRefreshToken,
    end: (which) => revokeRefreshTokens(access, which),
  });
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
