/** Device credentials: refresh tokens and public keys by device, listed and deleted, on every plan. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { type Access, revokeRefreshTokens } from './access';
import type { ApiRoute } from './guard';
import { PAGE_RULES, pageOf } from './paging';
import { checkQuery, type QueryRule } from './query';
import { selectFields } from './user';

/** How many the endpoint ever shows (API description). */
const REACH = 1000;

const RULES: Record<string, QueryRule> = {
  ...PAGE_RULES,
  fields: { type: 'string' },
  include_fields: { type: 'boolean' },
  user_id: { type: 'string' },
  client_id: { type: 'string' },
  type: { type: 'string', pattern: /^(public_key|refresh_token|rotating_refresh_token)$/ },
};

/** Deleting the credential of a refresh token revokes the token; an id that nothing has is answered 204 too. */
export function deviceCredentialRoutes(access: Access): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/device-credentials',
      scopes: ['read:device_credentials'],
      handle: (request) => listDevices(access, request),
    },
    {
      method: 'DELETE',
      path: '/device-credentials/{id}',
      scopes: ['delete:device_credentials'],
      handle({ params: { id = '' } }) {
        access.publicKeys.delete(id);
        revokeRefreshTokens(access, (token) => token.device.id === id);
        return { status: 204 };
      },
    },
  ];
}

function listDevices(access: Access, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, RULES);
  if (complaint) return complaint;
  const { query } = request;
  const paged = query.page !== undefined || query.per_page !== undefined;
  // The API description: "will default to refresh_token when paging is requested".
  const wanted = {
    type: paged ? 'refresh_token' : undefined,
    user_id: undefined,
    client_id: undefined,
    ...query,
  };
  const found = allDevices(access).filter((device) =>
    (['type', 'user_id', 'client_id'] as const).every(
      (name) => wanted[name] === undefined || device[name] === wanted[name],
    ),
  );
  const shown = found
    .slice(0, REACH)
    .map((device) => selectFields(device, query.fields, query.include_fields !== 'false'));
  return pageOf(shown, 'device_credentials', request);
}

function allDevices(access: Access): JsonObject[] {
  const tokens = [...access.refreshTokens.values()].map(({ device, rotating, user_id, client_id }) => ({
    id: device.id,
    device_name: device.name,
    device_id: device.deviceId,
    type: rotating ? 'rotating_refresh_token' : 'refresh_token',
    user_id,
    client_id,
  }));
  const keys = [...access.publicKeys.values()].map(({ id, device, user_id, client_id }) => ({
    id,
    device_name: device.name,
    device_id: device.deviceId,
    type: 'public_key',
    user_id,
    client_id,
  }));
  return [...tokens, ...keys];
}
