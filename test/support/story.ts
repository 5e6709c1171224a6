/** The story in a test: a world to change, a pack to play it with, and what came of it. */

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type {
  Auth0UserSeed,
  Exchange,
  Json,
  JsonObject,
  OktaStatus,
  WirePack,
  World,
} from '@okta/workflows-connector-sdk-types';
import { auth0Deactivation } from '../../flows/auth0-deactivation';
import { auth0UserMetadata } from '../../flows/auth0-user-metadata';
import {
  openWorld,
  ourConnector,
  type RequestLine,
  type RunningWorld,
  type WorldOptions,
} from '../../scripts/world';
import { compilePack } from '../../sdk/compile/pack';
import { readPack } from '../../sdk/pack/read';
import { virtualClock } from '../../sdk/run/clock';
import type { FlowError } from '../../sdk/run/ending';
import type { FlowResult } from '../../sdk/run/execution';
import { seededRandom } from '../../sdk/run/random';
import type { Outcome, TraceEvent } from '../../sdk/run/trace';
import { startOktaTenant } from '../../tenants/okta';
import { contractObserver } from '../tenants/contract';
import { exposed, ownTables } from './canary';
import { corpusFolder } from './corpus';

/** A secret that must show up nowhere. */
export const CANARY = 'canary-secret-that-must-not-sing';
export const ADA = '00u1ada';
export const AUTH0_DOMAIN = 'acme.eu.auth0.test';
export const DATABASE = 'Username-Password-Authentication';
export const PASSWORD = 'Correct-Horse-1';
export const SCOPES = ['read:users', 'update:users', 'update:users_app_metadata'];

/** What a test changes about Ada's world. */
export interface WorldChange {
  /** Her address in Okta. */
  email?: string;
  status?: OktaStatus;
  /** The Auth0 users; by default one of hers, with her Okta address. */
  accounts?: readonly Auth0UserSeed[];
  scopes?: string[];
  /** The secret that the flows send, where it is not the right one. */
  wrongSecret?: string;
  /** The table `configuration`; by default what the tenant wants. */
  configuration?: JsonObject[];
  faults?: World['faults'];
  hosts?: World['hosts'];
  /** Our connection's values, where they are not what the tenant wants. */
  connection?: Record<string, string>;
}

/** The world of Ada: one Okta user, one Auth0 account, one M2M application. */
export function worldOf(change: WorldChange = {}): World {
  const email = change.email ?? 'ada@acme.test';
  const secret = change.wrongSecret ?? CANARY;
  const profile = { firstName: 'Ada', lastName: 'Lovelace', login: 'ada', email };
  const connection =
    change.connection ?? (change.wrongSecret ? { client_secret: change.wrongSecret } : undefined);
  return {
    okta: { domain: 'acme.okta.test', users: [{ id: ADA, status: change.status ?? 'ACTIVE', profile }] },
    auth0: {
      domain: AUTH0_DOMAIN,
      clients: [{ client_id: 'workflows', client_secret: CANARY, scopes: change.scopes ?? SCOPES }],
      users: [...(change.accounts ?? [account('auth0|ada', email)])],
    },
    tables: {
      configuration: change.configuration ?? [
        { name: 'domain', value: AUTH0_DOMAIN },
        { name: 'client_id', value: 'workflows' },
        { name: 'client_secret', value: secret },
      ],
    },
    ...(connection && { connections: { [ourConnector().key]: connection } }),
    ...(change.faults && { faults: change.faults }),
    ...(change.hosts && { hosts: change.hosts }),
  };
}

/** An Auth0 account of the world; its connection follows from its id. */
export function account(userId: string, email: string, more: JsonObject = {}): Auth0UserSeed {
  const provider = userId.split('|')[0] ?? '';
  const connection = provider === 'auth0' ? DATABASE : provider;
  return { user_id: userId, email, connection, password: PASSWORD, ...more };
}

/** Our packs that do the job, compiled, and the original's name for each of their parts. */
export const ours = {
  'auth0-user-metadata': compilePack(auth0UserMetadata),
  'auth0-deactivation': compilePack(auth0Deactivation),
};

export type OurPack = keyof typeof ours;
export const ourPacks = Object.keys(ours) as OurPack[];

const ORIGINAL = join(corpusFolder, 'iamse-blog/auth0-user-metadata/auth0UserMetaData.folder');

/** As `describe`, for what the original export does; where it is not there, the title says so. */
export function describeOriginal(title: string, tests: (original: WirePack, file: string) => void): void {
  if (!existsSync(ORIGINAL)) {
    describe.skip(`${title} [skipped: no corpus in ${corpusFolder}]`, () =>
      it('needs the original', () => undefined));
    return;
  }
  describe(title, () => {
    const read = readPack(readFileSync(ORIGINAL, 'utf8'), ORIGINAL);
    if (!('pack' in read)) throw new Error(`The original does not read: ${JSON.stringify(read.findings[0])}`);
    tests(read.pack, ORIGINAL);
  });
}

/** What came of playing the story. */
export interface Played {
  /** As `owf run` counts it: an error inside the event's body is the run's. */
  outcome: Outcome;
  error: FlowError | undefined;
  requests: RequestLine[];
  /** The requests in short: `GET /api/v2/users-by-email`. */
  calls: string[];
  trace: TraceEvent[];
  exchanges: Exchange[];
  /** The metadata of every Auth0 account, by user id. */
  metadata: Record<string, { app_metadata: Json; user_metadata: Json }>;
  /** How a login to each account ended, by user id. */
  logins: Record<string, number>;
}

export interface PlayOptions {
  assume?: WorldOptions['assume'];
  /** Brings this delivery to the flows, instead of deactivating Ada. */
  delivery?: Json;
}

/**
 * Plays the story: imports the pack, turns its flows on, deactivates Ada in Okta, and logs in to her accounts. Fails
 * where an exchange with Auth0 breaks its contract.
 */
export async function play(pack: WirePack, world: World, options: PlayOptions = {}): Promise<Played> {
  return withPack(pack, world, options, async (running, seen) => {
    if (options.delivery === undefined) await running.deactivate(ADA);
    else running.delivered.push(...(await running.org.deliver(options.delivery)));
    const logins: Played['logins'] = {};
    for (const { user_id, email, connection } of world.auth0.users) {
      logins[user_id] = (await running.logIn({ email, password: PASSWORD, connection })).status;
    }
    const requests = [...running.requests];
    const users = running.auth0.users();
    return {
      ...ending(running.delivered),
      requests,
      calls: requests.map(({ method, path }) => `${method} ${path}`),
      ...seen,
      metadata: Object.fromEntries(
        users.map(({ user_id, app_metadata = null, user_metadata = null }) => [
          user_id,
          { app_metadata, user_metadata },
        ]),
      ),
      logins,
    };
  });
}

/** Opens a world with a pack in it, connected and on, for as long as the work takes. */
export function withPack<T>(pack: WirePack, world: World, options: WorldOptions, work: Work<T>): Promise<T> {
  return withWorld(world, options, async (running, seen) => {
    const imported = running.org.import(pack, 'pack.folder');
    await running.furnish(imported);
    for (const flow of imported.flows) running.org.activate(flow.id);
    return work(running, seen);
  });
}

type Work<T> = (running: RunningWorld, seen: { trace: TraceEvent[]; exchanges: Exchange[] }) => Promise<T>;

/** Opens a world for as long as the work takes, watching every exchange. */
export async function withWorld<T>(world: World, options: WorldOptions, work: Work<T>): Promise<T> {
  const contract = contractObserver();
  const exchanges: Exchange[] = [];
  const trace: TraceEvent[] = [];
  const running = await openWorld(world, {
    ...options,
    onExchange(exchange) {
      exchanges.push(exchange);
      contract.observe(exchange);
    },
    onTrace: (event) => trace.push(event),
  });
  try {
    const result = await work(running, { trace, exchanges });
    if (contract.violations.length > 0)
      throw new Error(`Against Auth0's contract: ${contract.violations.join('\n')}`);
    const { requests, delivered, org, auth0, okta } = running;
    const tables = ownTables(world, org.tables());
    const leaks = exposed(world, {
      trace,
      requests,
      delivered,
      tables,
      'Auth0 users': auth0.users(),
      'Okta users': okta.users(),
    });
    if (leaks.length > 0) throw new Error(`A client secret is shown in: ${leaks.join(', ')}.`);
    return result;
  } finally {
    await running.close();
  }
}

/** How the flows ended that one thing started, as `owf run` counts it. */
export function ending(results: readonly FlowResult[]): { outcome: Outcome; error: FlowError | undefined } {
  const [error] = results.flatMap((each) => [...(each.error ? [each.error] : []), ...each.innerErrors]);
  const stopped = results.length > 0 && results.every((each) => each.outcome === 'stopped');
  return { outcome: error !== undefined ? 'error' : stopped ? 'stopped' : 'success', error };
}

/** The event hook call with which Okta tells that Ada was deactivated; nobody has acted on it yet. */
export async function deactivationOf(world: World): Promise<Json> {
  let delivery: Json = null;
  const okta = await startOktaTenant({
    seed: world.okta,
    clock: virtualClock('2026-01-01T09:00:00.000Z'),
    random: seededRandom('delivery'),
    // A delivery is plain JSON; its type only names the fields.
    onEvent(sent) {
      delivery = sent as unknown as Json;
    },
  });
  try {
    const headers = { authorization: `SSWS ${okta.apiToken}` };
    await fetch(`${okta.url}/api/v1/users/${ADA}/lifecycle/deactivate`, { method: 'POST', headers });
    await okta.settled();
    return delivery;
  } finally {
    await okta.close();
  }
}

/** Both flags on an account, and nothing else. */
export const FLAGGED = {
  app_metadata: { okta_deactivated: true },
  user_metadata: { okta: { deactivated: 'true' } },
};
/** An account that nobody has touched. */
export const UNTOUCHED = { app_metadata: null, user_metadata: null };

/** Answers of a service that is not quite Auth0, by `GET /path`; anything else gets what Auth0 would rather not say. */
export type Answers = Record<string, string>;

/** Runs a service with fixed answers under `broken.test` for as long as the work takes. */
export async function withBroken<T>(answers: Answers, work: (broken: WorldChange) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    response.setHeader('content-type', 'application/json');
    response.end(answers[`${request.method} ${path}`] ?? '<html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has a port.
  const { port } = server.address() as AddressInfo;
  const credentials = { domain: 'broken.test', client_id: 'workflows', client_secret: CANARY };
  try {
    return await work({
      hosts: { 'broken.test': `http://127.0.0.1:${port}` },
      connection: credentials,
      configuration: Object.entries(credentials).map(([name, value]) => ({ name, value })),
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
