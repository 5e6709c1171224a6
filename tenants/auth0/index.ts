/** The embedded Auth0 tenant: token endpoint, logins with post-login Actions, and the users of the Management API. */

import type { Auth0Seed, Clock, Exchange, Fault, Random } from '@okta/workflows-connector-sdk-types';
import type { Route } from '../routes';
import { startServer } from '../server';
import type { BoundAction } from './actions';
import { failure } from './errors';
import { exhaustedHeaders, guardRoutes, guardTokenRoute } from './guard';
import { signingKey } from './keys';
import { tokenEndpoint } from './token-endpoint';
import { type Auth0User, seedDirectory, showUser } from './user';
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
  /** The Actions bound to post-login, in order. */
  postLoginActions?: BoundAction[];
}

export interface Auth0Tenant {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  url: string;
  /** The host that clients believe in; audience and issuer are made of it. */
  domain: string;
  /** The users as the API would show them, as copies. */
  users(): Auth0User[];
  /** Replaces the Actions bound to post-login. */
  bindPostLogin(actions: BoundAction[]): void;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts the tenant on a free loopback port. Rejects where the seed contradicts itself. */
export async function startAuth0Tenant(options: Auth0TenantOptions): Promise<Auth0Tenant> {
  const { seed, clock, random } = options;
  const { domain } = seed;
  const directory = seedDirectory(seed.users, clock);
  let actions: readonly BoundAction[] = [...(options.postLoginActions ?? [])];
  const guard = { ...seed, clock };
  const endpoint = { domain, clients: seed.clients, directory, clock, random, actions: () => actions };
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
    ...guardRoutes(userRoutes(directory, clock), guard),
  ];
  const server = await startServer({
    tenant: 'auth0',
    routes,
    clock,
    ...(options.faults && { faults: options.faults }),
    ...(options.onExchange && { onExchange: options.onExchange }),
    failure: (status, request) => ({
      ...failure(status, request.path),
      ...(status === 429 && { headers: exhaustedHeaders(guard) }),
    }),
  });
  return {
    url: server.url,
    domain,
    users: () => [...directory.values()].map(showUser),
    bindPostLogin(bound) {
      actions = [...bound];
    },
    close: server.close,
  };
}
