/** The embedded Okta tenant: users, their lifecycle, and the event hook calls that follow a change. */

import type { Clock, Exchange, Fault, OktaSeed, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import { startServer } from '../server';
import { createDeliveries } from './deliveries';
import { failure } from './errors';
import { lifecycleDelivery, type OktaEventDelivery, type OktaEventParty } from './events';
import { type OktaUser, seedUsers } from './user';
import { userRoutes } from './users';

export type { OktaEventDelivery, OktaEventParty, OktaLogEvent } from './events';
export type { OktaUser } from './user';

export interface OktaTenantOptions {
  seed: OktaSeed;
  clock: Clock;
  random: Random;
  /** The world's faults; those of the other tenant are left alone. */
  faults?: Fault[];
  /** Called once per exchange, before the answer leaves. */
  onExchange?: (exchange: Exchange) => void;
  /** Receives the event hook calls, in order, after the request that caused them was answered. */
  onEvent?: (delivery: OktaEventDelivery) => Promise<void> | void;
}

export interface OktaTenant {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  url: string;
  /** The host that clients believe in. */
  domain: string;
  /** Made at start; accepted as `SSWS` and as `Bearer`. */
  apiToken: string;
  /** The users as the API would show them, as copies. */
  users(): OktaUser[];
  /** Resolves when every delivery was received; rejects with the first error that a receiver threw. */
  settled(): Promise<void>;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts the tenant on a free loopback port. Rejects where the seed contradicts itself. */
export async function startOktaTenant(options: OktaTenantOptions): Promise<OktaTenant> {
  const { seed, clock, random } = options;
  const users = seedUsers(seed, clock);
  const apiToken = randomId(random, '00', 40);
  const admin: OktaEventParty = {
    id: randomId(random, '00u', 17),
    type: 'User',
    alternateId: `admin@${seed.domain}`,
    displayName: 'Okta Admin',
    detailEntry: null,
  };
  const source = `https://${seed.domain}/api/v1/eventHooks/${randomId(random, 'who', 17)}`;
  const deliveries = createDeliveries((delivery: OktaEventDelivery) => options.onEvent?.(delivery));
  const routes = userRoutes({
    domain: seed.domain,
    apiToken,
    users,
    clock,
    random,
    onLifecycle(change, user, request) {
      deliveries.push(lifecycleDelivery(change, user, request, { source, admin, clock, random }));
    },
  });
  const server = await startServer({
    tenant: 'okta',
    routes,
    clock,
    ...(options.faults && { faults: options.faults }),
    ...(options.onExchange && { onExchange: options.onExchange }),
    failure: (status) => failure(random, status),
  });
  return {
    url: server.url,
    domain: seed.domain,
    apiToken,
    users: () => structuredClone([...users.values()]),
    settled: deliveries.settled,
    close: server.close,
  };
}
