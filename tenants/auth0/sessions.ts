/** A user's sessions: listed and ended. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { type Access, endSessions, type Session } from './access';
import type { ApiRoute } from './guard';
import { heldRoutes } from './held';
import type { Directory } from './user';

export function sessionRoutes(directory: Directory, access: Access): ApiRoute[] {
  return heldRoutes({
    directory,
    path: 'sessions',
    scope: 'sessions',
    list: 'sessions',
    kept: access.sessions,
    show: showSession,
    end: (which) => endSessions(access, which),
  });
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
