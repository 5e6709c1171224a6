/** What people allowed applications: listed and deleted, on every plan. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { type Access, type Grant, revokeGrants } from './access';
import type { ApiRoute } from './guard';
import { PAGE_RULES, pageOf } from './paging';
import { checkQuery, type QueryRule } from './query';

const FILTERS: Record<string, QueryRule> = {
  user_id: { type: 'string' },
  client_id: { type: 'string' },
  audience: { type: 'string' },
};

/** Deleting a grant revokes the refresh tokens issued under it (Auth0, "Revoke refresh tokens"). */
export function grantRoutes(access: Access): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/grants',
      scopes: ['read:grants'],
      handle: (request) => listGrants(access, request),
    },
    {
      method: 'DELETE',
      path: '/grants',
      scopes: ['delete:grants'],
      handle: (request) => deleteGrantsOfUser(access, request),
    },
    {
      method: 'DELETE',
      path: '/grants/{id}',
      scopes: ['delete:grants'],
      handle({ params: { id } }) {
        revokeGrants(access, (grant) => grant.id === id);
        return { status: 204 };
      },
    },
  ];
}

function listGrants(access: Access, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, { ...PAGE_RULES, ...FILTERS });
  if (complaint) return complaint;
  const { user_id, client_id, audience } = request.query;
  const found = [...access.grants.values()].filter(
    (grant) =>
      (user_id === undefined || grant.user_id === user_id) &&
      (client_id === undefined || grant.client_id === client_id) &&
      (audience === undefined || grant.audience === audience),
  );
  return pageOf(found.map(showGrant), 'grants', request);
}

/** 204 whoever is named. The API description has no 400, but a missing user_id must not delete everything. */
function deleteGrantsOfUser(access: Access, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, { user_id: { type: 'string', required: true } });
  if (complaint) return complaint;
  revokeGrants(access, (grant) => grant.user_id === request.query.user_id);
  return { status: 204 };
}

function showGrant({ id, client_id, user_id, audience, scope }: Grant): JsonObject {
  return { id, clientID: client_id, user_id, audience, scope };
}
