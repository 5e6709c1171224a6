/** Okta's user routes: list, read, update, delete, and the steps of the lifecycle. */

import type { Clock, Random } from '@okta/workflows-connector-sdk-types';
import type { Route, TenantAnswer, TenantRequest } from '../routes';
import { noSuchUser } from './errors';
import type { Change } from './events';
import { activate, deactivate, reactivate, suspend, unsuspend } from './lifecycle';
import { listUsers } from './list';
import { updateUser } from './update';
import { findUser, type OktaUser } from './user';

export interface UserContext {
  domain: string;
  users: Map<string, OktaUser>;
  clock: Clock;
  random: Random;
  /** Told after a user changed; `details` belong to the event's debug data. */
  onChange(change: Change, user: OktaUser, request: TenantRequest, details?: Record<string, string>): void;
}

const STEPS = { activate, deactivate, reactivate, suspend, unsuspend };

/** The routes; each that names a user answers 404 E0000007 where it means nobody. */
export function userRoutes(context: UserContext): Route[] {
  const ofUser = (method: string, path: string, handle: UserHandler) => route(method, path, handle, context);
  return [
    { method: 'GET', path: '/api/v1/users', handle: (request) => listUsers(request, context) },
    ofUser('GET', '', (user) => ({ status: 200, body: structuredClone(user) })),
    ofUser('POST', '', updateUser),
    ofUser('PUT', '', updateUser),
    ofUser('DELETE', '', deleteUser),
    ...Object.entries(STEPS).map(([name, step]) => ofUser('POST', `/lifecycle/${name}`, step)),
  ];
}

type UserHandler = (user: OktaUser, request: TenantRequest, context: UserContext) => TenantAnswer;

function route(method: string, below: string, handle: UserHandler, context: UserContext): Route {
  return {
    method,
    path: `/api/v1/users/{idOrLogin}${below}`,
    handle(request) {
      const idOrLogin = request.params.idOrLogin ?? '';
      const user = findUser(context.users, idOrLogin);
      return user ? handle(user, request, context) : noSuchUser(context.random, idOrLogin);
    },
  };
}

/** The first call deactivates, the second deletes (Okta Users API, "Delete a user"). */
function deleteUser(user: OktaUser, request: TenantRequest, context: UserContext): TenantAnswer {
  if (user.status !== 'DEPROVISIONED') {
    deactivate(user, request, context);
  } else {
    context.users.delete(user.id);
    context.onChange('delete.initiated', user, request);
    context.onChange('delete.completed', user, request);
  }
  return { status: 204 };
}
