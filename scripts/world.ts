/** A world that runs: both embedded tenants, the local org between them, and what happens in it. */

import { Agent } from 'node:https';
import type {
  CardView,
  Exchange,
  Fault,
  Json,
  JsonObject,
  TableFault,
  World,
} from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { postLoginAction } from '../action/about';
import { buildAction } from '../action/build';
import { auth0 as connector } from '../connector';
import type { AssumptionId } from '../sdk/cards/undocumented';
import { localBinding } from '../sdk/compile/binding';
import { compileConnector } from '../sdk/compile/connector';
import { checkPack } from '../sdk/run/checked-pack';
import { type VirtualClock, virtualClock } from '../sdk/run/clock';
import type { ConnectorSource } from '../sdk/run/connector';
import type { FlowResult } from '../sdk/run/execution';
import { createOrg, type Imported, type Org } from '../sdk/run/org';
import { OrgError } from '../sdk/run/org-error';
import { seededRandom } from '../sdk/run/random';
import { fullShape } from '../sdk/run/sample';
import { stubsOf } from '../sdk/run/stubs';
import type { TraceEvent } from '../sdk/run/trace';
import { httpTransport, type Transport } from '../sdk/run/transport';
import { type Auth0Tenant, startAuth0Tenant } from '../tenants/auth0';
import { throwAwayAuthority } from '../tenants/authority';
import { type OktaTenant, startOktaTenant } from '../tenants/okta';
import defaultWorld from './default-world.json';
import { InputError } from './failure';

/** When every run begins: a constant, so that the same run twice is the same. */
const BEGINNING = '2026-01-01T09:00:00.000Z';

/** A request that a card sent, as results show it. */
export interface RequestLine {
  /** `auth0`, `okta`, or the host of the world's own. */
  tenant: string;
  method: string;
  /** As sent, still encoded. */
  path: string;
  query: Record<string, string>;
  /** null: no answer came. */
  status: number | null;
  /** What was sent. */
  body: Json;
}

export interface RunningWorld {
  org: Org;
  clock: VirtualClock;
  okta: OktaTenant;
  auth0: Auth0Tenant;
  /** The certificate of the authority that vouches for Auth0, as PEM; only with `https`. */
  ca?: string;
  /** What the cards sent since the org was furnished, secrets masked: connecting asks Auth0 too, but is no run. */
  requests: RequestLine[];
  /** How the flows ended that events started. */
  delivered: FlowResult[];
  /** Requests that a tenant has no route for: the run must fail. */
  unknownRoutes: string[];
  /** Connects every module the pack needs, from the world or from the tenants, and fills its tables. */
  furnish(imported: Imported): Promise<void>;
  /** Deactivates a user in Okta and waits until every flow that the event started has ended. */
  deactivate(userId: string): Promise<void>;
  /** Logs in at Auth0 with e-mail and password, as a customer's application would. */
  logIn(account: { email: string; password: string; connection: string }): Promise<LoginResult>;
  close(): Promise<void>;
}

export interface LoginResult {
  status: number;
  error?: string;
  error_description?: string;
}

export interface WorldOptions {
  /**
   * Auth0 speaks HTTPS under a throw-away authority, and its domain is where it listens: for real clients and whoever
   * drives them. The cards of the org trust no such authority, so no pack runs against it.
   */
  https?: boolean;
  /** Time for the org and the tenants; virtual, and the same in every run, when absent. */
  clock?: VirtualClock;
  /** Takes the event hook's deliveries instead of the org, for whoever wants to hold, repeat or lose them. */
  onDelivery?: (payload: Json) => void;
  /** @param running False while the org is furnished: connecting runs a flow of the connector. */
  onTrace?: (event: TraceEvent, running: boolean) => void;
  onExchange?: (exchange: Exchange) => void;
  /** Told of every card that begins its work. */
  onCard?: (card: CardView) => void;
  /** Told of every fault that strikes. */
  onFault?: (fault: Fault) => void;
  onTableFault?: (fault: TableFault) => void;
  /** Whether `requests` is filled; it is when absent. Masking it takes longer than all the rest of thousands of runs. */
  keepRequests?: boolean;
  /** Connectors to deploy beside ours. */
  connectors?: readonly ConnectorSource[];
  /** Whether answers are made up for connectors and hosts that are not in the world. */
  autoStub?: boolean;
  /** Which way choices go that no page documents; as `undocumented.ts` assumes where none is given. */
  assume?: Partial<Record<AssumptionId, string>>;
}

/**
 * Starts the tenants on free loopback ports and an empty org with our connector deployed. Fails with an InputError for
 * a world that contradicts itself; nothing listens then.
 */
export async function openWorld(world: World, options: WorldOptions = {}): Promise<RunningWorld> {
  const clock = options.clock ?? virtualClock(BEGINNING);
  const random = seededRandom('world');
  const requests: RequestLine[] = [];
  const delivered: FlowResult[] = [];
  const unknownRoutes: string[] = [];
  let furnished = false;
  const faults = world.faults ?? [];
  const onExchange = (exchange: Exchange) => {
    if (exchange.unknownRoute) unknownRoutes.push(`${exchange.tenant}: ${exchange.method} ${exchange.path}`);
    options.onExchange?.(exchange);
  };
  const started: { close(): Promise<void> }[] = [];
  const close = async () => void (await Promise.all(started.map((tenant) => tenant.close())));
  const opened = async <T extends { close(): Promise<void> }>(tenant: Promise<T>): Promise<T> => {
    started.push(await tenant.catch(contradiction));
    return tenant;
  };
  try {
    const { onFault } = options;
    const shared = { clock, random, faults, onExchange, ...(onFault && { onFault }) };
    const tls = options.https ? await throwAwayAuthority() : undefined;
    const ca = tls?.ca;
    const actions = world.auth0.actions ?? [{ name: postLoginAction.name, code: ourAction() }];
    const auth0 = await opened(
      startAuth0Tenant({ ...shared, seed: { ...world.auth0, actions }, ...(tls && { tls }) }),
    );
    const okta = await opened(
      startOktaTenant({
        ...shared,
        seed: world.okta,
        async onEvent(delivery) {
          // A delivery is plain JSON; its type only names the fields.
          const payload = delivery as unknown as Json;
          if (options.onDelivery !== undefined) options.onDelivery(payload);
          else delivered.push(...(await org.deliver(payload)));
        },
      }),
    );
    const hosts = { ...world.hosts, [auth0.domain]: auth0.url, [world.okta.domain]: okta.url };
    const tenantOf = new Map([
      [auth0.domain, 'auth0'],
      [world.okta.domain, 'okta'],
    ]);
    const org = createOrg({
      clock,
      random,
      ...(options.onCard && { onCard: options.onCard }),
      transport: options.autoStub
        ? orMadeUp(httpTransport({ hosts }), unknownRoutes)
        : httpTransport({ hosts }),
      stubs: stubsOf(world.stubs, options.autoStub ? fullShape : null),
      assume: { ...world.assume, ...options.assume },
      ...(world.tableFaults && { tableFaults: world.tableFaults }),
      ...(options.onTableFault && { onTableFault: options.onTableFault }),
      // The list of requests is all that is wanted where nobody listens.
      ...(options.onTrace === undefined ? { traced: options.keepRequests === false ? [] : ['request'] } : {}),
      onTrace: (event) => {
        if (furnished && event.type === 'request')
          requests.push(requestLine(event, tenantOf.get(event.host) ?? event.host));
        options.onTrace?.(event, furnished);
      },
    });
    org.deployConnector(ourConnector());
    for (const other of options.connectors ?? []) org.deployConnector(other);
    return {
      org,
      clock,
      okta,
      auth0,
      ...(ca && { ca }),
      requests,
      delivered,
      unknownRoutes,
      async furnish(imported) {
        await furnish(org, imported, world, { okta, auth0 });
        furnished = true;
      },
      deactivate: (userId) => deactivate(okta, userId),
      logIn: (account) => logIn(auth0, world, account, ca),
      close,
    };
  } catch (error) {
    // What listens would keep the process alive.
    await close();
    throw error;
  }
}

/** A tenant starts with any seed that does not contradict itself. */
function contradiction(error: unknown): never {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : error;
  throw new InputError(`The world contradicts itself: ${message}`, 'Mend the world file.');
}

/** Where answers are made up, they are also for what an embedded tenant has no route for. */
function orMadeUp(transport: Transport, unknownRoutes: string[]): Transport {
  return async (request) => {
    const before = unknownRoutes.length;
    const sent = await transport(request);
    const [stray] = unknownRoutes.splice(before);
    if (stray === undefined) return sent;
    const message = `The embedded tenant has no such route: ${stray}.`;
    return { ...sent, answer: { kind: 'unknown host', message } };
  };
}

const FOLDER = 'connector.folder';

/** Our connector as the local org deploys it: compiled from its sources. */
export const ourConnector = once((): ConnectorSource => {
  const { key, version } = localBinding(connector.model);
  return {
    key,
    version,
    title: connector.model.name,
    secretFields: connector.model.auth.parameters.filter((each) => each.secret).map((each) => each.key),
    packs: [{ pack: checkPack(compileConnector(connector.model).folder, FOLDER), file: FOLDER }],
  };
});

const ourAction = once(buildAction);

/** What is the same every time, and takes longer to make than a world. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function furnish(
  org: Org,
  imported: Imported,
  world: World,
  { okta, auth0 }: Pick<RunningWorld, 'okta' | 'auth0'>,
): Promise<void> {
  const [client] = world.auth0.clients;
  for (const module of imported.connections) {
    const made: Record<string, string> =
      module === 'okta'
        ? { domain: world.okta.domain, token: okta.apiToken }
        : {
            domain: auth0.domain,
            client_id: client?.client_id ?? '',
            client_secret: client?.client_secret ?? '',
          };
    await org.connect(module, { ...made, ...world.connections?.[module] }, ['token', 'client_secret']);
  }
  for (const { name } of imported.tables) {
    const rows = world.tables?.[name];
    if (rows === undefined) continue;
    try {
      org.fillTable(name, rows);
    } catch (error) {
      // The project's own world knows nothing of somebody's table that happens to have the name of ours.
      if (!(error instanceof OrgError) || world !== defaultWorld) throw error;
    }
  }
}

async function deactivate(okta: OktaTenant, userId: string): Promise<void> {
  const reply = await axios.post(
    `${okta.url}/api/v1/users/${encodeURIComponent(userId)}/lifecycle/deactivate`,
    undefined,
    { headers: { Authorization: `SSWS ${okta.apiToken}` }, validateStatus: () => true },
  );
  if (reply.status !== 200) {
    const summary =
      (reply.data as { errorSummary?: string } | null)?.errorSummary ?? `status ${reply.status}`;
    throw new InputError(
      `Okta did not deactivate the user "${userId}": ${summary}.`,
      'Name a user of the world who is not deactivated yet.',
    );
  }
  await okta.settled();
}

async function logIn(
  auth0: Auth0Tenant,
  world: World,
  account: { email: string; password: string; connection: string },
  ca: string | undefined,
): Promise<LoginResult> {
  const [client] = world.auth0.clients;
  const reply = await axios.post<JsonObject>(
    `${auth0.url}/oauth/token`,
    {
      grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
      client_id: client?.client_id,
      client_secret: client?.client_secret,
      username: account.email,
      password: account.password,
      realm: account.connection,
    },
    { validateStatus: () => true, ...(ca && { httpsAgent: new Agent({ ca }) }) },
  );
  if (reply.status === 200) return { status: 200 };
  const { error, error_description } = reply.data;
  return { status: reply.status, error: String(error), error_description: String(error_description) };
}

function requestLine(event: Extract<TraceEvent, { type: 'request' }>, tenant: string): RequestLine {
  const { method, path, query, status, body } = event;
  return { tenant, method, path, query, status, body };
}
