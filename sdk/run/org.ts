/** The local Workflows org: imports packs, holds tables and connections, turns flows on, runs them and delivers events. */

import type {
  CardView,
  Clock,
  Finding,
  FlowView,
  Json,
  JsonObject,
  PackView,
  Random,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import { cardNamed, cards } from '../cards/index';
import { type AssumptionId, undocumented } from '../cards/undocumented';
import { checkReferences } from '../pack/references';
import { viewPack } from '../pack/view';
import { type Connector, type ConnectorSource, connectorOf } from './connector';
import { runFlow } from './execute';
import {
  actionStart,
  type FlowResult,
  type Machine,
  type OrgFlow,
  type Space,
  type Start,
} from './execution';
import { type Limits, platformLimits } from './limits';
import { ImportRefused, OrgError } from './org-error';
import { isSecretName, redactor } from './redact';
import { createTable, noColumn, type Table } from './tables';
import type { TraceEvent } from './trace';
import type { Transport } from './transport';

export interface OrgOptions {
  clock: Clock;
  random: Random;
  transport: Transport;
  /** Receives what happens, as it happens, secrets masked. */
  onTrace?: (event: TraceEvent) => void;
  /** Which way choices go that no page documents; the likelier way where none is given. */
  assume?: Partial<Record<AssumptionId, string>>;
  limits?: Partial<Limits>;
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
  /** Runs a flow that is on. Throws OrgError for an unknown flow and for one that is off. */
  run(flow: string, inputs?: JsonObject): Promise<FlowResult>;
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
  const { clock, random, transport, onTrace, assume = {} } = options;
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
    redactor: secrets,
    limits: { ...platformLimits, ...options.limits },
    trace: onTrace === undefined ? null : (event) => onTrace(masked(event)),
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

  const requireConnection = (flow: OrgFlow, card: CardView) => {
    if (connection(card) !== null) return;
    throw new OrgError(
      `The card "${card.title}" of the flow "${flow.view.name}" has no connection, so the flow cannot be turned on.`,
      `Connect first: the world's "connections" need an entry "${card.channel}".`,
    );
  };

  const requireAction = (flow: OrgFlow, card: CardView) => {
    if (action(card) !== null || cardNamed(`${card.channel}:${card.method}`) !== undefined) return;
    const versions = connectors.filter((one) => one.key === card.channel);
    if (versions.length === 0) {
      // Cards of a known connector that nobody has written yet end the run only where they are reached.
      if (cards.some(({ channel }) => channel === card.channel)) return;
      throw new OrgError(
        `The card "${card.title}" of the flow "${flow.view.name}" belongs to the connector "${card.channel}", which is not in the org.`,
        'Deploy the connector from its flows first.',
      );
    }
    const deployed = versions.map((one) => one.version).join(', ');
    throw new OrgError(
      `The card "${card.title}" of the flow "${flow.view.name}" is ${card.method} of "${card.channel}" ${card.version}, which is not deployed.`,
      `Deployed is version ${deployed}, with ${versions.flatMap((one) => [...one.actions.keys()]).join(', ')}. Compile the flows against it, or deploy the other one.`,
    );
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
      const named = tables.filter((table) => table.name === name);
      if (named.length === 0) {
        const names = tables.map((table) => `"${table.name}"`).join(', ');
        throw new OrgError(`The org has no table "${name}".`, `It has ${names === '' ? 'none' : names}.`);
      }
      for (const table of named) {
        for (const column of rows.flatMap((row) => Object.keys(row))) {
          if (table.columns.some((known) => known.name === column)) continue;
          throw new OrgError(noColumn(column, table), 'Name the columns as the table does.');
        }
        // A value that its column cannot take must show before the first row is in.
        const trial = createTable(table, clock);
        for (const row of rows) tryInsert(trial, row);
      }
      secrets.learnFrom([...rows]);
      for (const table of named) for (const row of rows) table.insert(row);
    },

    activate(nameOrId) {
      const flow = flowNamed(nameOrId);
      if (flow.view.body === null) {
        throw new OrgError(
          `The flow "${flow.view.name}" is only named in the pack, its cards are not in it.`,
          'Import the folder that holds it.',
        );
      }
      for (const card of flow.view.cards()) {
        for (const called of calledFlows(card)) {
          const callee = flow.space.flow(called);
          if (callee !== undefined && callee.view.body !== null) continue;
          throw new OrgError(
            `The card "${card.title}" of the flow "${flow.view.name}" calls "${callee?.view.name ?? called}", which is not in the org.`,
            'Import the folder that holds both flows.',
          );
        }
        if (card.kernel) continue;
        requireAction(flow, card);
        requireConnection(flow, card);
      }
      flow.on = true;
    },

    async run(nameOrId, inputs = {}) {
      const flow = flowNamed(nameOrId);
      if (!flow.on) throw new OrgError(`The flow "${flow.view.name}" is off.`, 'Activate it first.');
      if (flow.view.kind === 'event') {
        throw new OrgError(
          `The flow "${flow.view.name}" starts with an event.`,
          'Deliver the event to run it.',
        );
      }
      return runFlow(flow, startOf(flow, inputs), machine);
    },

    async deliver(payload) {
      const results: FlowResult[] = [];
      for (const event of deliveredEvents(payload)) {
        for (const flow of flows.filter((one) => one.on && listensTo(one.view, event))) {
          const delivery = { ...asObject(payload), data: { events: [event] } };
          results.push(await runFlow(flow, { inputs: {}, delivery }, machine));
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

/** Connectors that are part of the platform itself; the API Connector works without a connection too. */
const withoutConnection = new Set(['stash', 'filefunctions', 'httpfunctions']);

function needsConnection(card: CardView): boolean {
  return !card.kernel && !withoutConnection.has(card.channel);
}

function checkedView(pack: WirePack, file: string): PackView {
  const findings: Finding[] = checkReferences(pack, file).filter((finding) => finding.severity === 'error');
  if (findings.length > 0) throw new ImportRefused(file, findings);
  return viewPack(pack);
}

interface ImportInto {
  flows: readonly OrgFlow[];
  tables: readonly Table[];
  clock: Clock;
  action: Space['action'];
  connection: Space['connection'];
  makeFlow(view: FlowView, space: Space, on: boolean): OrgFlow;
}

/** What the ids of a pack mean, once it is imported. */
function importSpace(view: PackView, org: ImportInto): { flows: OrgFlow[]; tables: Table[] } {
  const flowsById = new Map<string, OrgFlow>();
  const tablesById = new Map<string, Table>();
  const space: Space = {
    // A flow's id may also come from outside the pack, as the org's own.
    flow: (id) => flowsById.get(id) ?? org.flows.find((flow) => String(flow.number) === id),
    table(id) {
      const known = tablesById.get(id);
      if (known !== undefined) return known;
      // A table outside the export: the org's own of that name.
      const name = view.tables.find((table) => table.id === id)?.name;
      return org.tables.find((table) => table.name === name);
    },
    action: org.action,
    connection: org.connection,
  };
  for (const flow of view.flows) flowsById.set(flow.id, org.makeFlow(flow, space, false));
  for (const table of view.tables) if (table.known) tablesById.set(table.id, createTable(table, org.clock));
  return { flows: [...flowsById.values()], tables: [...tablesById.values()] };
}

function tryInsert(table: Table, row: JsonObject): void {
  try {
    table.insert(row);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new OrgError(`The table "${table.name}" cannot take a row: ${message}`, 'Correct the value.');
  }
}

/** The flows that a card names in constants. */
function calledFlows(card: CardView): string[] {
  const named = card.inputs
    .filter((input) => input.type === 'flo' && input.source === null)
    .map(({ value }) => value);
  return [...named, card.onError.flow].flatMap((id) => (typeof id === 'string' && id !== '' ? [id] : []));
}

/** Inputs of a helper flow are plain; an API endpoint's and a delegated flow's stand in groups of the trigger. */
function startOf({ view }: OrgFlow, inputs: JsonObject): Start {
  const groups: Record<string, JsonObject> = {};
  for (const { group } of view.body?.cards[0]?.outputs ?? []) {
    if (group !== null && group !== 'context') groups[group] = inputs;
  }
  return { inputs, groups };
}

/** The events of an event hook's payload: `data.events`. */
function deliveredEvents(payload: Json): JsonObject[] {
  const { events } = asObject(asObject(payload).data);
  return Array.isArray(events) ? events.map(asObject) : [];
}

/** Whether an event flow's card is about such an event. */
function listensTo(view: FlowView, event: JsonObject): boolean {
  const trigger = view.body?.cards[0];
  const card = trigger === undefined ? undefined : cardNamed(`${trigger.channel}:${trigger.method}`);
  return card !== undefined && 'logType' in card && card.logType === event.eventType;
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
