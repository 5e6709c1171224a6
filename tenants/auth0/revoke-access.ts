/** POST /api/v2/users/{id}/revoke-access: ends a user's sessions, or one of them, and the refresh tokens. */

import type { TenantAnswer, TenantRequest } from '../routes';
import { type Access, endSessions, revokeRefreshTokens } from './access';
import { checkBody } from './body-rules';
import { type ApiRoute, insufficientScope } from './guard';
import { ENTERPRISE } from './held';

/** The API description knows no 404 here: nobody has nothing to revoke. */
export function revokeAccessRoute(access: Access): ApiRoute {
  return {
    method: 'POST',
    path: '/users/{id}/revoke-access',
    scopes: ['delete:sessions'],
    plans: ENTERPRISE,
    handle: (request, granted) => revokeAccess(access, request, granted),
  };
}

function revokeAccess(access: Access, request: TenantRequest, granted: readonly string[]): TenantAnswer {
  const userId = request.params.id ?? '';
  const checked = checkBody(request.body, {
    session_id: { type: 'string', maximum: 50 },
    preserve_refresh_tokens: { type: 'boolean' },
  });
  if ('refused' in checked) return checked.refused;
  const { session_id: sessionId, preserve_refresh_tokens: preserve } = checked.fields;
  const keepsTokens = preserve === true;
  // UNDOCUMENTED which of its two scopes the call needs when; assumed: each for what it does.
  if (!keepsTokens && !granted.includes('delete:refresh_tokens')) {
    return insufficientScope(['delete:refresh_tokens']);
  }
  const meant = (session: string | null) => sessionId === undefined || session === sessionId;
  endSessions(access, (one) => one.user_id === userId && meant(one.id));
  if (!keepsTokens) revokeRefreshTokens(access, (one) => one.user_id === userId && meant(one.session_id));
  return { status: 202 };
}
