/** The two shapes of Auth0's errors: the Management API's and OAuth's. */

import { STATUS_CODES } from 'node:http';
import type { TenantAnswer } from '../routes';

/** A Management API error `{statusCode, error, message, errorCode?}`, as auth0/go-auth0 records it. */
export function apiError(
  status: number,
  message: string,
  errorCode?: string,
  headers?: Record<string, string>,
): TenantAnswer {
  const body = { statusCode: status, error: STATUS_CODES[status] ?? 'Error', message };
  return {
    status,
    body: errorCode === undefined ? body : { ...body, errorCode },
    ...(headers === undefined ? {} : { headers }),
  };
}

/** An Authentication API error `{error, error_description}` (RFC 6749 §5.2). */
export function oauthError(status: number, error: string, description: string): TenantAnswer {
  return { status, body: { error, error_description: description } };
}

/** 400 for a body, in Auth0's wording (seen in auth0/auth0-java #58). */
export function invalidBody(complaint: string, property?: string): TenantAnswer {
  return apiError(400, `Payload validation error: '${complaint}'${onProperty(property)}.`, 'invalid_body');
}

/** 400 for a query, in Auth0's wording (seen in auth0/auth0.net #157). */
export function invalidQuery(complaint: string, property?: string): TenantAnswer {
  return apiError(
    400,
    `Query validation error: '${complaint}'${onProperty(property)}.`,
    'invalid_query_string',
  );
}

/** 404 for a user id that nobody has (recorded). */
export const noSuchUser: TenantAnswer = apiError(404, 'The user does not exist.', 'inexistent_user');

/**
 * 403 for what the tenant's plan lacks. UNDOCUMENTED for sessions and refresh tokens; assumed: the answer that custom
 * domains give on such a plan (auth0/terraform-provider-auth0 and auth0-deploy-cli look for the message).
 */
export const notInPlan: TenantAnswer = apiError(
  403,
  'The account is not allowed to perform this operation, please contact our support team',
  'operation_not_supported',
);

/** The tenant's error for an injected status: OAuth's shape at the token endpoint, the API's elsewhere. */
export function failure(status: number, path: string): TenantAnswer {
  const message = status === 429 ? TOO_MANY : (STATUS_CODES[status] ?? 'Injected failure');
  const code = status === 429 ? 'too_many_requests' : undefined;
  if (path.startsWith('/oauth/')) return oauthError(status, code ?? 'server_error', message);
  return apiError(status, message, code);
}

/** The message of every 429 (auth0-extensions/auth0-reset-tenant #31). */
export const TOO_MANY = 'Global limit has been reached';

function onProperty(property: string | undefined): string {
  return property === undefined ? '' : ` on property ${property}`;
}
