/** What a user holds until it is ended: the routes that sessions and refresh tokens have alike. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import { CHECKPOINT_RULES, checkpointOf } from './paging';
import { checkQuery } from './query';
import type { Directory } from './user';

/** The plans with the endpoints for sessions and refresh tokens (Auth0, "Manage user sessions"). */
export const ENTERPRISE = ['enterprise'] as const;

/**
 * GET lists what a user holds, DELETE ends all of it. Deleting answers 202 `{}`, as recorded in auth0/go-auth0; unlike
 * Auth0's, it is done by then.
 */
export function heldRoutes<T extends { id: string; user_id: string }>(held: {
  directory: Directory;
  /** The last step of the path. */
  path: 'sessions' | 'refresh-tokens';
  /** What the scopes call it. */
  scope: 'sessions' | 'refresh_tokens';
  /** Under which name the answer lists it. */
  list: 'sessions' | 'tokens';
  kept: ReadonlyMap<string, T>;
  show(one: T): JsonObject;
  end(which: (one: T) => boolean): void;
}): ApiRoute[] {
  const path = `/users/{user_id}/${held.path}`;
  return [
    {
      method: 'GET',
      path,
      scopes: [`read:${held.scope}`],
      plans: ENTERPRISE,
      handle(request) {
        const { user_id = '' } = request.params;
        const complaint = checkQuery(request, CHECKPOINT_RULES);
        if (complaint) return complaint;
        if (!held.directory.has(user_id)) return noSuchUser;
        const own = [...held.kept.values()].filter((one) => one.user_id === user_id);
        return checkpointOf(own, held.show, held.list, request);
      },
    },
    {
      method: 'DELETE',
      path,
      scopes: [`delete:${held.scope}`],
      plans: ENTERPRISE,
      handle({ params: { user_id = '' } }) {
        if (!held.directory.has(user_id)) return noSuchUser;
        held.end((one) => one.user_id === user_id);
        return { status: 202, body: {} };
      },
    },
  ];
}
