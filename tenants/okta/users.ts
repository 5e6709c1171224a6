/** Okta's user routes: read one, deactivate, activate. */

import type { Clock, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { Route, TenantAnswer, TenantRequest } from '../routes';
import { sameSecret } from '../secret';
import { noSuchUser, oktaError } from './errors';
import { findUser, moveTo, type OktaUser } from './user';

export interface UserRoutesOptions {
  domain: string;
  apiToken: string;
  users: ReadonlyMap<string, OktaUser>;
  clock: Clock;
  random: Random;
  /** Told after a user's status changed. */
  onLifecycle(change: 'activate' | 'deactivate', user: OktaUser, request: TenantRequest): void;
}

/** The routes; each refuses a missing or wrong token with 401 E0000011 and an unknown user with 404 E0000007. */
export function userRoutes(options: UserRoutesOptions): Route[] {
  return [
    route(
      'GET',
      '/api/v1/users/{idOrLogin}',
      (user) => ({ status: 200, body: structuredClone(user) }),
      options,
    ),
    route('POST', '/api/v1/users/{idOrLogin}/lifecycle/deactivate', deactivate, options),
    route('POST', '/api/v1/users/{idOrLogin}/lifecycle/activate', activate, options),
  ];
}

type UserHandler = (user: OktaUser, request: TenantRequest, options: UserRoutesOptions) => TenantAnswer;

function route(method: string, path: string, handle: UserHandler, options: UserRoutesOptions): Route {
  return {
    method,
    path,
    handle(request) {
      if (!authorized(request, options.apiToken)) {
        return oktaError(options.random, 401, 'E0000011', 'Invalid token provided');
      }
      const idOrLogin = request.params.idOrLogin ?? '';
      const user = findUser(options.users, idOrLogin);
      return user ? handle(user, request, options) : noSuchUser(options.random, idOrLogin);
    },
  };
}

function authorized(request: TenantRequest, apiToken: string): boolean {
  const token = /^(?:SSWS|Bearer)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && sameSecret(token, apiToken);
}

/** From every status but DEPROVISIONED, which Okta answers as if the user were gone (okta/okta-sdk-java #721). */
function deactivate(user: OktaUser, request: TenantRequest, options: UserRoutesOptions): TenantAnswer {
  if (user.status === 'DEPROVISIONED') return noSuchUser(options.random, user.id);
  moveTo(user, 'DEPROVISIONED', options.clock);
  options.onLifecycle('deactivate', user, request);
  return { status: 200, body: {} };
}

/**
 * From STAGED and DEPROVISIONED (Okta's User Lifecycle API). Nobody in the world has an Okta password, so the user gets
 * as far as PROVISIONED and would set one by the activation link, which the answer holds unless it goes out as e-mail.
 */
function activate(user: OktaUser, request: TenantRequest, options: UserRoutesOptions): TenantAnswer {
  if (user.status !== 'STAGED' && user.status !== 'DEPROVISIONED') {
    const summary = 'Activation failed because the user is already active';
    return oktaError(options.random, 403, 'E0000016', summary);
  }
  moveTo(user, 'PROVISIONED', options.clock);
  options.onLifecycle('activate', user, request);
  if (request.query.sendEmail !== 'false') return { status: 200, body: {} };
  const activationToken = randomId(options.random, '', 20);
  const activationUrl = `https://${options.domain}/welcome/${activationToken}`;
  return { status: 200, body: { activationUrl, activationToken } };
}
