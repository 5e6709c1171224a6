/** A user's sessions: listed and ended. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { type Access, endSessions, type Session } from './access';
import { noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import { CHECKPOINT_RULES, checkpointOf } from './paging';
import { checkQuery } from './query';
import type { Directory } from './user';

/** The plans with the endpoints for sessions and refresh tokens (Auth0, "Manage user sessions"). */
export const ENTERPRISE = ['enterprise'] as const;

/** Deleting answers 202 `{}`, as recorded in auth0/go-auth0; unlike Auth0's, it is done by then. */
export function sessionRoutes(directory: Directory, access: Access): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/users/{user_id}/sessions',
      scopes: ['read:sessions'],
      plans: ENTERPRISE,
      handle(request) {
        const { user_id = '' } = request.params;
        const complaint = checkQuery(request, CHECKPOINT_RULES);
        if (complaint) return complaint;
        if (!directory.has(user_id)) return noSuchUser;
        const own = [...access.sessions.values()].filter((one) => one.user_id === user_id);
        return checkpointOf(own, showSession, 'sessions', request);
      },
    },
    {
      method: 'DELETE',
      path: '/users/{user_id}/sessions',
      scopes: ['delete:sessions'],
      plans: ENTERPRISE,
      handle({ params: { user_id = '' } }) {
        if (!directory.has(user_id)) return noSuchUser;
        endSessions(access, (one) => one.user_id === user_id);
        return { status: 202, body: {} };
      },
    },
  ];
}

function showSession({ id, user_id, client_id, created_at }: Session): JsonObject {
  return {
    id,
    user_id,
    created_at,
    updated_at: created_at,
    authenticated_at: created_at,
    idle_expires_at: null,
    expires_at: null,
    last_interacted_at: created_at,
    device: { initial_ip: '127.0.0.1', last_ip: '127.0.0.1' },
    clients: [{ client_id }],
    authentication: { methods: [{ name: 'pwd', timestamp: created_at }] },
    session_metadata: null,
  };
}
