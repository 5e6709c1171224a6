/** The local Workflows org: imports packs, holds tables and connections, turns flows on, runs them and delivers events. */

import type {
  CardView,
  Finding,
  FlowView,
  Json,
  JsonObject,
  PackView,
  Random,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import { type AssumptionId, undocumented } from '../cards/undocumented';
import { checkReferences } from '../pack/references';
import { viewPack } from '../pack/view';
import { type Activation, requireReady } from './activation';
import type { VirtualClock } from './clock';
import { type Connector, type ConnectorSource, connectorOf } from './connector';
import { type Endpoints, serveEndpoints } from './endpoints';
import { runFlow } from './execute';
import { actionStart, type FlowResult, type Machine, type OrgFlow, type Space } from './execution';
import { importSpace, needsConnection } from './import';
import { type Limits, platformLimits } from './limits';
import { ImportRefused, OrgError } from './org-error';
import { isSecretName, redactor } from './redact';
import { runSchedules } from './schedule';
import { deliveredEvents, eventStart, inputStart, listensTo } from './start';
import { noStubs, type Stubs } from './stubs';
import { fillTables, type Table } from './tables';
import type { TraceEvent } from './trace';
import type { Transport } from './transport';

export interface OrgOptions {
  clock: VirtualClock;
  random: Random;
  transport: Transport;
  /** What answers for connectors and hosts that are not here; without it they end the run. */
  stubs?: Stubs;
  /** Receives what happens, as it happens, secrets masked. */
  onTrace?: (event: TraceEvent) => void;
  /** Which way choices go that no page documents; the likelier way where none is given. */
  assume?: Partial<Record<AssumptionId, string>>;
  limits?: Partial<Limits>;
  /** Told of every card that begins its work. */
  onCard?: (card: CardView) => void;
}

export interface Imported {
  flows: { id: string; name: string }[];
  tables: { id: string; name: string }[];
  /** The connectors whose connection the pack's cards need. */
  connections: string[];
}

export interface PingResult {
  working: boolean;
  serviceResponse: Json;
}

export interface Org {
  /**
   * Imports a pack: always as new flows, which are off, with new, empty tables.
   * Throws ImportRefused, with the findings, for a pack with a broken reference; nothing has changed then.
   * @param file The file's name, for the findings.
   */
  import(pack: WirePack, file: string): Imported;
  /**
   * Connects: gives the cards of a connector their connection. Where the connector is deployed, its `_authping` runs
   * first. Throws OrgError when that says that the connection does not work.
   * @param module The connector's key: `okta`, or the key that a connector was deployed with.
   * @param secretFields Names of the values that are secret, beside those of the deployed connector and the usual names.
   */
  connect(module: string, values: Record<string, string>, secretFields?: string[]): Promise<void>;
  /** Puts rows into every table of this name. Throws OrgError for an unknown table or column; nothing has changed then. */
  fillTable(name: string, rows: readonly JsonObject[]): void;
  /** Turns a flow on. Throws OrgError where a card of it could not run: no connection, no flow, no connector. */
  activate(flow: string): void;
  /**
   * Runs a flow that is on. Throws OrgError for an unknown flow, and for one that is off or starts with an event.
   * @param inputs By key, whatever the groups; where it is missing and answers are made up, so are these.
   */
  run(flow: string, inputs?: JsonObject): Promise<FlowResult>;
  /**
   * Starts a flow that is on with an event of its kind, whether or not anything here could send it.
   * @param fields The event's fields by key; made up where answers are and this is missing.
   */
  fire(flow: string, fields?: JsonObject): Promise<FlowResult>;
  /**
   * Lets virtual time pass until an instant (ISO-8601), and starts every scheduled flow that is on when it is due.
   * Gives how they ended, in the order they started, once all have; then it may be later than that instant.
   */
  runUntil(instant: string): Promise<FlowResult[]>;
  /** As `runUntil`, for so many milliseconds from now. */
  advance(ms: number): Promise<FlowResult[]>;
  /** Answers calls of the API endpoint flows that are on, on 127.0.0.1, until it is closed. */
  serve(port?: number): Promise<Endpoints>;
  /** Hands an event hook's payload to every flow that is on and listens to one of its events: one run per event and flow. */
  deliver(payload: Json): Promise<FlowResult[]>;
  /** Deploys a connector from the packs of its flows. Throws ImportRefused or OrgError; nothing has changed then. */
  deployConnector(source: ConnectorSource): void;
  /** Runs an action of a deployed connector; its outputs are by key. */
  callAction(
    connector: string,
    method: string,
    given: { options?: JsonObject; inputs?: JsonObject },
    connection: Record<string, string>,
  ): Promise<FlowResult>;
  /** Runs `_authping` of a deployed connector. Throws OrgError where it fails altogether. */
  ping(connector: string, connection: Record<string, string>): Promise<PingResult>;
  /** Every flow, in the order of import. */
  flows(): { id: string; name: string; kind: FlowView['kind']; on: boolean; stub: boolean }[];
  /** The rows of every table, by name; of two tables of one name the second is `name (2)`. */
  tables(): Record<string, JsonObject[]>;
  /** A value with every secret masked that the org knows by now. */
  redact<T extends Json>(value: T): T;
}

/** An org with nothing in it. */
export function createOrg(options: OrgOptions): Org {
  const { clock, random, transport, onTrace, assume = {}, stubs = noStubs } = options;
  const flows: OrgFlow[] = [];
  const tables: Table[] = [];
  const connections = new Map<string, Readonly<Record<string, string>>>();
  const connectors: Connector[] = [];
  const secrets = redactor();
  let runs = 0;
  let numbers = FIRST_NUMBER;

  const machine: Machine = {
    clock,
    random,
    transport,
    stubs,
    redactor: secrets,
    limits: { ...platformLimits, ...options.limits },
    trace: onTrace === undefined ? null : (event) => onTrace(masked(event)),
    reached: options.onCard ?? null,
    assume: (choice) => assume[choice] ?? undocumented[choice].assumed,
    nextRun: () => `run-${++runs}`,
  };
  // Only texts inside an event change, so it stays the event it is.
  const masked = (event: TraceEvent) =>
    secrets.redact(event as unknown as JsonObject) as unknown as TraceEvent;

  const action: Space['action'] = (card) => {
    const connector = connectors.find(({ key, version }) => key === card.channel && version === card.version);
    return connector?.actions.get(card.method) ?? null;
  };
  const connection: Space['connection'] = (card) =>
    connections.get(card.channel) ?? (needsConnection(card) ? null : {});

  const makeFlow = (view: FlowView, space: Space, on: boolean): OrgFlow => ({
    number: numbers++,
    view,
    space,
    on,
  });

  const flowNamed = (nameOrId: string): OrgFlow => {
    const found = flows.filter((flow) => String(flow.number) === nameOrId || flow.view.name === nameOrId);
    const whole = found.filter((flow) => flow.view.body !== null);
    const [flow, second] = whole.length > 0 ? whole : found;
    if (flow === undefined) {
      const names = flows.map((one) => `"${one.view.name}"`).join(', ');
      throw new OrgError(
        `The org has no flow "${nameOrId}".`,
        `It has ${names === '' ? 'none; import a pack' : names}.`,
      );
    }
    if (second !== undefined) {
      const ids = whole.map((one) => one.number).join(', ');
      throw new OrgError(`${whole.length} flows are named "${nameOrId}".`, `Name one by its id: ${ids}.`);
    }
    return flow;
  };

  const connectorNamed = (key: string): Connector => {
    const found = connectors.findLast((connector) => connector.key === key);
    if (found !== undefined) return found;
    const keys = connectors.map((one) => one.key).join(', ');
    throw new OrgError(`No connector "${key}" is deployed.`, `Deployed: ${keys === '' ? 'none' : keys}.`);
  };

  const learn = (module: string, values: Record<string, string>, secretFields: readonly string[]) => {
    const known = connectors
      .filter(({ key }) => key === module)
      .flatMap((connector) => connector.secretFields);
    for (const [name, value] of Object.entries(values)) {
      if (!known.includes(name) && !secretFields.includes(name) && !isSecretName(name)) continue;
      secrets.learn(value);
      // What Basic credentials would look like with any other value as the user's name.
      for (const user of Object.values(values))
        secrets.learn(Buffer.from(`${user}:${value}`).toString('base64'));
    }
  };

  const ping: Org['ping'] = async (key, values) => {
    const { authping, title } = connectorNamed(key);
    learn(key, values, []);
    if (authping === null) {
      throw new OrgError(
        `The connector "${title}" has no _authping.`,
        'Add it: Workflows tests a connection with it.',
      );
    }
    const result = await runFlow(authping, actionStart({ options: {}, inputs: {} }, values), machine);
    if (result.error !== undefined) {
      throw new OrgError(
        secrets.redact(`Testing the connection failed: ${result.error.message}`),
        `Look at the card "${result.error.card}" of the flow "${result.error.flow}".`,
      );
    }
    const { working, serviceResponse } = result.groups.output ?? {};
    return { working: working === true, serviceResponse: secrets.redact(serviceResponse ?? null) };
  };

  const flowOn = (nameOrId: string): OrgFlow => {
    const flow = flowNamed(nameOrId);
    if (!flow.on) throw new OrgError(`The flow "${flow.view.name}" is off.`, 'Activate it first.');
    return flow;
  };

  const activation: Activation = {
    madeUp: stubs.auto !== null,
    connected: (card) => connection(card) !== null,
    stubbed: (card) => stubs.auto !== null || stubs.has(`${card.channel}:${card.method}`),
    deployed: (card) => action(card) !== null,
    versions: (key) => connectors.filter((one) => one.key === key),
  };

  return {
    import(pack, file) {
      const view = checkedView(pack, file);
      const space = importSpace(view, { flows, tables, clock, action, connection, makeFlow });
      flows.push(...space.flows);
      tables.push(...space.tables);
      const modules = new Set(
        view.flows.flatMap((flow) => flow.cards().filter(needsConnection)).map((c) => c.channel),
      );
      return {
        flows: space.flows.map((flow) => ({ id: String(flow.number), name: flow.view.name })),
        tables: view.tables.map(({ id, name }) => ({ id, name })),
        connections: [...modules].sort(),
      };
    },

    async connect(module, values, secretFields = []) {
      learn(module, values, secretFields);
      const connector = connectors.findLast(({ key }) => key === module);
      if (connector?.authping) {
        const { working, serviceResponse } = await ping(module, values);
        if (!working) {
          throw new OrgError(
            `The connection to "${connector.title}" does not work: ${JSON.stringify(serviceResponse)}.`,
            'Check the values of the connection.',
          );
        }
      }
      connections.set(module, { ...values });
    },

    fillTable(name, rows) {
      fillTables(name, rows, tables, clock);
      secrets.learnFrom([...rows]);
    },

    activate(nameOrId) {
      const flow = flowNamed(nameOrId);
      requireReady(flow, activation);
      flow.on = true;
    },

    async run(nameOrId, inputs) {
      const flow = flowOn(nameOrId);
      if (flow.view.kind === 'event') {
        throw new OrgError(
          `The flow "${flow.view.name}" starts with an event.`,
          'Deliver the event to run it.',
        );
      }
      return runFlow(flow, inputStart(flow, inputs, stubs.auto), machine);
    },

    async fire(nameOrId, fields) {
      const flow = flowOn(nameOrId);
      if (flow.view.kind !== 'event') {
        throw new OrgError(`The flow "${flow.view.name}" does not start with an event.`, 'Run it.');
      }
      return runFlow(flow, eventStart(flow, fields, stubs.auto), machine);
    },

    async runUntil(instant) {
      const until = Date.parse(instant);
      if (Number.isNaN(until)) {
        throw new OrgError(`"${instant}" is not an instant.`, 'Give ISO-8601: 2026-01-31T00:00:00.000Z.');
      }
      return runSchedules(flows, until, machine);
    },

    advance: (ms) => runSchedules(flows, clock.now() + ms, machine),

    serve: (port = 0) => serveEndpoints(flows, machine, port),

    async deliver(payload) {
      const results: FlowResult[] = [];
      for (const event of deliveredEvents(payload)) {
        for (const flow of flows.filter((one) => one.on && listensTo(one.view, event.type))) {
          results.push(await runFlow(flow, { inputs: {}, delivery: event.delivery }, machine));
        }
      }
      return results;
    },

    deployConnector(source) {
      if (connectors.some(({ key, version }) => key === source.key && version === source.version)) {
        throw new OrgError(
          `The connector "${source.key}" ${source.version} is deployed already.`,
          'Deploy it with another version.',
        );
      }
      const views = source.packs.map(({ pack, file }) => checkedView(pack, file));
      connectors.push(connectorOf(source, views, { makeFlow, action, connection }));
    },

    async callAction(key, method, { options: given = {}, inputs = {} }, values) {
      const connector = connectorNamed(key);
      const flow = connector.actions.get(method);
      if (flow === undefined) {
        const known = [...connector.actions.keys()].join(', ');
        throw new OrgError(
          `The connector "${connector.title}" has no action "${method}".`,
          `It has ${known}.`,
        );
      }
      learn(key, values, []);
      const result = await runFlow(flow, actionStart({ options: given, inputs }, values), machine);
      return { ...result, outputs: { ...result.outputs, ...result.groups.Outputs } };
    },

    ping,

    flows: () =>
      flows.map(({ number, view, on }) => ({
        id: String(number),
        name: view.name,
        kind: view.kind,
        on,
        stub: view.body === null,
      })),

    tables() {
      const byName: Record<string, JsonObject[]> = {};
      for (const table of tables) {
        let name = table.name;
        for (let again = 2; Object.hasOwn(byName, name); again++) name = `${table.name} (${again})`;
        byName[name] = table.rows().map((row) => row.fields);
      }
      return byName;
    },

    redact: secrets.redact,
  };
}

/** The org's ids of flows; error objects carry them as numbers. */
const FIRST_NUMBER = 100_001;

function checkedView(pack: WirePack, file: string): PackView {
  const findings: Finding[] = checkReferences(pack, file).filter((finding) => finding.severity === 'error');
  if (findings.length > 0) throw new ImportRefused(file, findings);
  return viewPack(pack);
}
