/** The embedded Auth0 tenant: token endpoint, logins with post-login Actions, and part of the Management API. */

import type { Auth0Seed, Clock, Exchange, Fault, Random } from '@okta/workflows-connector-sdk-types';
import type { Route } from '../routes';
import { startServer } from '../server';
import { forgetUser, seedAccess } from './access';
import type { BoundAction } from './actions';
import { deviceCredentialRoutes } from './device-credentials';
import { failure } from './errors';
import { grantRoutes } from './grants';
import { type ApiRoute, exhaustedHeaders, guardRoutes, guardTokenRoute } from './guard';
import { identityRoutes } from './identities';
import { signingKey } from './keys';
import { leaveOrganizations, organizationRoutes, seedOrganizations } from './organizations';
import { refreshTokenRoutes } from './refresh-tokens';
import { revokeAccessRoute } from './revoke-access';
import { sessionRoutes } from './sessions';
import { tokenEndpoint } from './token-endpoint';
import { type Auth0User, seedDirectory, showUser } from './user';
import { userBlockRoutes } from './user-blocks';
import { userRoutes } from './users';

export type { BoundAction } from './actions';
export type { Auth0User } from './user';

export interface Auth0TenantOptions {
  seed: Auth0Seed;
  clock: Clock;
  random: Random;
  /** The world's faults; those of the other tenant are left alone. */
  faults?: Fault[];
  /** Called once per exchange, before the answer leaves. */
  onExchange?: (exchange: Exchange) => void;
  /** Called once per fault that strikes, before it does. */
  onFault?: (fault: Fault) => void;
  /** The Actions bound to post-login, in order. */
  postLoginActions?: BoundAction[];
  /** UNDOCUMENTED whether a blocked person's refresh token still works; assumed: it does not. */
  blockedMayRefresh?: boolean;
}

/** How much a user can use without logging in again. */
export interface HeldAccess {
  sessions: number;
  refreshTokens: number;
  grants: number;
}

export interface Auth0Tenant {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  url: string;
  /** The host that clients believe in; audience and issuer are made of it. */
  domain: string;
  /** The users as the API would show them, as copies. */
  users(): Auth0User[];
  /** What a user holds, whatever the plan shows. */
  accessOf(userId: string): HeldAccess;
  /** Replaces the Actions bound to post-login. */
  bindPostLogin(actions: BoundAction[]): void;
  /** Replaces the faults that are still to strike. */
  setFaults(faults: Fault[]): void;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts the tenant on a free loopback port. Rejects where the seed contradicts itself. */
export async function startAuth0Tenant(options: Auth0TenantOptions): Promise<Auth0Tenant> {
  const { seed, clock, random } = options;
  const { domain } = seed;
  const directory = seedDirectory(seed.users, clock);
  let actions: readonly BoundAction[] = [...(options.postLoginActions ?? [])];
  const context = { domain, clients: seed.clients, clock, random };
  const access = seedAccess(seed, directory, context);
  const organizations = seedOrganizations(seed.organizations ?? [], directory);
  const guard = { ...seed, clock };
  const { blockedMayRefresh = false } = options;
  const endpoint = { ...context, directory, access, actions: () => actions, blockedMayRefresh };
  const forget = (userId: string) => {
    forgetUser(access, userId);
    leaveOrganizations(organizations, userId);
  };
  const api: ApiRoute[] = [
    ...userRoutes({ directory, clock, random, onDelete: forget }),
    ...sessionRoutes(directory, access),
    ...refreshTokenRoutes(directory, access),
    revokeAccessRoute(access),
    ...grantRoutes(access),
    ...deviceCredentialRoutes(access),
    ...identityRoutes(directory, forget),
    ...organizationRoutes(directory, organizations),
    ...userBlockRoutes(directory),
  ];
  const routes: Route[] = [
    guardTokenRoute(
      { method: 'POST', path: '/oauth/token', handle: (request) => tokenEndpoint(request, endpoint) },
      guard,
    ),
    {
      method: 'GET',
      path: '/.well-known/jwks.json',
      handle: () => ({ status: 200, body: signingKey().jwks }),
    },
    ...guardRoutes(api, guard),
  ];
  const server = await startServer({
    tenant: 'auth0',
    routes,
    clock,
    ...(options.faults && { faults: options.faults }),
    ...(options.onExchange && { onExchange: options.onExchange }),
    ...(options.onFault && { onFault: options.onFault }),
    failure: (status, request) => ({
      ...failure(status, request.path),
      ...(status === 429 && { headers: exhaustedHeaders(guard) }),
    }),
  });
  return {
    url: server.url,
    domain,
    users: () => [...directory.values()].map(showUser),
    accessOf(userId) {
      const count = (kept: Map<string, { user_id: string }>) =>
        [...kept.values()].filter((one) => one.user_id === userId).length;
      const { sessions, refreshTokens, grants } = access;
      return {
        sessions: count(sessions),
        refreshTokens: count(refreshTokens),
        grants: count(grants),
      };
    },
    bindPostLogin(bound) {
      actions = [...bound];
    },
    setFaults: server.setFaults,
    close: server.close,
  };
}
