/** The embedded Okta tenant: users, their lifecycle, the System Log, and the event hook calls that follow a change. */

import type { Clock, Exchange, Fault, OktaSeed, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { Route } from '../routes';
import { startServer } from '../server';
import { authorized } from './authorize';
import { createDeliveries, type Deliveries } from './deliveries';
import { failure } from './errors';
import { type EventHook, eventHookRoutes, hookSource, hooksFor } from './event-hooks';
import {
  hookDelivery,
  isHookEligible,
  logEvent,
  type OktaEventDelivery,
  type OktaEventParty,
  type OktaLogEvent,
} from './events';
import { readLog } from './log';
import { moveTo, type OktaUser, seedUsers } from './user';
import { userRoutes } from './users';

export type { EventHook } from './event-hooks';
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
  /** Called once per fault that strikes, before it does. */
  onFault?: (fault: Fault) => void;
  /** Receives the calls of the platform's own event hook, after the request that caused them was answered. */
  onEvent?: (delivery: OktaEventDelivery) => Promise<void> | void;
  /** Receives the calls of the hooks that were made through the API. */
  onHookCall?: (delivery: OktaEventDelivery, hook: EventHook) => Promise<void> | void;
  /** `as sent` when absent; `held` lets nothing arrive but what `deliveries` hands out. */
  delivery?: { order?: 'as sent' | 'held' };
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
  /** What an event hook can get wrong: calls that come late, twice, in another order, or never. */
  deliveries: Omit<Deliveries<OktaEventDelivery>, 'settled'>;
  /** The person follows the activation link and sets a password: PROVISIONED becomes ACTIVE. False where it cannot. */
  finishActivation(userId: string): boolean;
  /** Resolves when every delivery was received; rejects with the first error that a receiver threw. */
  settled(): Promise<void>;
  /** Replaces the faults that are still to strike. */
  setFaults(faults: Fault[]): void;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts the tenant on a free loopback port. Rejects where the seed contradicts itself. */
export async function startOktaTenant(options: OktaTenantOptions): Promise<OktaTenant> {
  const { seed, clock, random } = options;
  const { domain } = seed;
  const users = seedUsers(seed, clock);
  const apiToken = randomId(random, '00', 40);
  const admin: OktaEventParty = {
    id: randomId(random, '00u', 17),
    type: 'User',
    alternateId: `admin@${domain}`,
    displayName: 'Okta Admin',
    detailEntry: null,
  };
  const ownSource = hookSource(domain, randomId(random, 'who', 17));
  const hooks = new Map<string, EventHook>();
  const log: OktaLogEvent[] = [];
  const deliveries = createDeliveries((delivery: OktaEventDelivery) => {
    if (delivery.source === ownSource) return options.onEvent?.(delivery);
    const hook = hooks.get(delivery.source.split('/').at(-1) ?? '');
    return hook && options.onHookCall?.(delivery, hook);
  }, options.delivery?.order);
  const context = { domain, users, hooks, log, clock, random };
  const routes: Route[] = [
    ...userRoutes({
      ...context,
      onChange(change, user, request, details) {
        const event = logEvent(change, user, request, { admin, clock, random }, details);
        log.push(event);
        if (!isHookEligible(event)) return;
        const called = hooksFor(hooks, event.eventType).map(({ id }) => hookSource(domain, id));
        for (const source of [ownSource, ...called]) {
          deliveries.push(hookDelivery([event], source, context));
        }
      },
    }),
    { method: 'GET', path: '/api/v1/logs', handle: (request) => readLog(request, context) },
    ...eventHookRoutes(context),
  ];
  const server = await startServer({
    tenant: 'okta',
    routes: routes.map((route) => authorized(route, { apiToken, random })),
    clock,
    ...(options.faults && { faults: options.faults }),
    ...(options.onExchange && { onExchange: options.onExchange }),
    ...(options.onFault && { onFault: options.onFault }),
    failure: (status) => failure(context, status),
  });
  return {
    url: server.url,
    domain,
    apiToken,
    users: () => structuredClone([...users.values()]),
    deliveries,
    finishActivation(userId) {
      const user = users.get(userId);
      if (user?.status !== 'PROVISIONED') return false;
      moveTo(user, 'ACTIVE', clock);
      return true;
    },
    settled: deliveries.settled,
    setFaults: server.setFaults,
    close: server.close,
  };
}
