/** Lets requests with the tenant's API token in, and no others. */

import type { Random } from '@okta/workflows-connector-sdk-types';
import type { Route, TenantRequest } from '../routes';
import { sameSecret } from '../secret';
import { oktaError } from './errors';

/** The route behind the token, given as `SSWS` or as `Bearer`; without it 401 E0000011. */
export function authorized(route: Route, { apiToken, random }: { apiToken: string; random: Random }): Route {
  return {
    ...route,
    handle: (request) =>
      hasToken(request, apiToken)
        ? route.handle(request)
        : oktaError(random, 401, 'E0000011', 'Invalid token provided'),
  };
}

function hasToken(request: TenantRequest, apiToken: string): boolean {
  const token = /^(?:SSWS|Bearer)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && sameSecret(token, apiToken);
}
