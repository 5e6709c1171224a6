/** The embedded Auth0 tenant: token endpoint, logins with post-login Actions, and part of the Management API. */

import type { Auth0Seed, Clock, Exchange, Fault, Random } from '@okta/workflows-connector-sdk-types';
import type { Route } from '../routes';
import { type Listener, listen, serve, type Tls } from '../server';
import { forgetUser, seedAccess } from './access';
import { bindPostLogin, createActionStore, runningAt } from './action-store';
import type { BoundAction } from './actions';
import { actionRoutes } from './actions-api';
import { applicationRoutes } from './applications';
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
import { triggerRoutes } from './trigger-bindings';
import { POST_LOGIN } from './triggers';
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
  /** Actions deployed and bound to post-login behind those of the seed, in order. */
  postLoginActions?: BoundAction[];
  /** How long the clock must run until an Action's draft is built; 0 when absent: by the next request. */
  actionBuildMs?: number;
  /** Listens with TLS; the domain is then where it listens, `localhost:PORT`, instead of the seed's. */
  tls?: Tls;
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
  /** Where it listens: `http://127.0.0.1:PORT`, or `https://localhost:PORT` with TLS. */
  url: string;
  /** The host that clients believe in; audience and issuer are made of it. */
  domain: string;
  /** The users as the API would show them, as copies. */
  users(): Auth0User[];
  /** What a user holds, whatever the plan shows. */
  accessOf(userId: string): HeldAccess;
  /** Deploys these Actions and binds them to post-login in place of all others. */
  bindPostLogin(actions: BoundAction[]): void;
  /** Replaces the faults that are still to strike. */
  setFaults(faults: Fault[]): void;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts the tenant on a free loopback port. Rejects where the seed contradicts itself; nothing listens then. */
export async function startAuth0Tenant(options: Auth0TenantOptions): Promise<Auth0Tenant> {
  const listener = await listen(options.tls);
  try {
    return tenantAt(listener, options);
  } catch (error) {
    await listener.close();
    throw error;
  }
}

function tenantAt(listener: Listener, options: Auth0TenantOptions): Auth0Tenant {
  const { clock, random } = options;
  // Real clients make URL, audience and issuer of the domain alone, so it must lead here.
  const domain = options.tls ? new URL(listener.url).host : options.seed.domain;
  const seed = { ...options.seed, domain };
  const directory = seedDirectory(seed.users, clock);
  const { actionBuildMs: buildMs = 0 } = options;
  const store = createActionStore(seed.actions ?? [], { clock, buildMs });
  if (options.postLoginActions) {
    bindPostLogin(store, [...runningAt(store, POST_LOGIN), ...options.postLoginActions]);
  }
  const context = { domain, clients: seed.clients, clock, random };
  const access = seedAccess(seed, directory, context);
  const organizations = seedOrganizations(seed.organizations ?? [], directory);
  const guard = { ...seed, clock };
  const { blockedMayRefresh = false } = options;
  const endpoint = {
    ...context,
    directory,
    access,
    actions: () => runningAt(store, POST_LOGIN),
    blockedMayRefresh,
  };
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
    ...actionRoutes(store),
    ...triggerRoutes(store),
    ...applicationRoutes(context),
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
  const server = serve(listener, {
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
    bindPostLogin: (actions) => bindPostLogin(store, actions),
    setFaults: server.setFaults,
    close: server.close,
  };
}
