/** The local Workflows org: imports packs, holds tables and connections, turns flows on, runs them and delivers events. */

import type { FlowView, JsonObject } from '@okta/workflows-connector-sdk-types';
import { undocumented } from '../cards/undocumented';
import { type Activation, requireReady } from './activation';
import { checkedView } from './checked-pack';
import { type Connector, connectorOf } from './connector';
import { serveEndpoints } from './endpoints';
import { runFlow } from './execute';
import { actionStart, type FlowResult, type Machine, type OrgFlow, type Space } from './execution';
import { importSpace, needsConnection } from './import';
import { platformLimits } from './limits';
import { OrgError } from './org-error';
import type { Imported, Org, OrgOptions, PingResult } from './org-types';
import { isSecretName, redactor } from './redact';
import { runSchedules } from './schedule';
import { deliveredEvents, eventStart, inputStart, listensTo } from './start';
import { noStubs } from './stubs';
import { createTableFaults } from './table-faults';
import { fillTables, type Table } from './tables';
import type { TraceEvent } from './trace';

export type { Imported, Org, OrgOptions, PingResult };

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
    traced: options.traced === undefined ? null : new Set(options.traced),
    reached: options.onCard ?? null,
    assume: (choice) => assume[choice] ?? undocumented[choice].assumed,
    askTable: createTableFaults(options.tableFaults ?? [], options.onTableFault),
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

    deactivate(nameOrId) {
      flowNamed(nameOrId).on = false;
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
