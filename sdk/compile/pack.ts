/** A pack of the model as a file: flows, tables, connections and the folder, with ids made from names. */

import type {
  BindingModel,
  ConnectorModel,
  FlowModel,
  PackModel,
  TableModel,
  WireColumn,
  WireFlow,
  WirePack,
  WireTable,
} from '@okta/workflows-connector-sdk-types';
import { uuidFrom } from '../pack/ids';
import { localBinding } from './binding';
import { compileFlow } from './flow';
import { CompileError, type Problem } from './problem';

/** A constant: a build must not know when it was made. */
const CREATED = '2026-01-01T00:00:00.000Z';

const columnTypes: Record<TableModel['columns'][number]['type'], WireColumn['type']> = {
  text: 'str',
  number: 'dec',
  flag: 'bln',
  date: 'dte',
};

/**
 * Compiles a pack into its `.folder`.
 * @param bindings The keys a tenant gave our connectors; those of the local org where absent.
 * @throws CompileError with every problem of every flow.
 */
export function compilePack(
  pack: PackModel,
  bindings: ReadonlyMap<ConnectorModel, BindingModel> = new Map(),
): WirePack {
  const problems: Problem[] = [];
  const folder = uuidFrom(pack.name, 'folder');
  const bindingOf = (connector: ConnectorModel) => bindings.get(connector) ?? localBinding(connector);
  const connections = pack.connections.map((each) => ({
    id: uuidFrom(pack.name, 'connection', each.name),
    name: each.name,
    module: typeof each.module === 'string' ? each.module : bindingOf(each.module).key,
    data: null,
  }));
  const flows = pack.flows.map((flow) => ({ flow, id: flowIdIn(pack.name, flow) }));
  const tables = pack.tables.map((table) =>
    compileTable(table, uuidFrom(pack.name, 'table', table.name), folder),
  );
  const compiled = flows.map(({ flow, id }) =>
    compileFlow(flow, id, {
      names: [pack.name, flow.name],
      folder,
      flowId: (called) => flows.find((each) => each.flow === called)?.id,
      tableId: (table) => tables[pack.tables.indexOf(table)]?.id,
      connectionId: (module) => connections.find((each) => each.module === module)?.id ?? null,
      bindingOf,
      problems,
    }),
  );
  refuseNamesakes(
    pack.name,
    flows.map(({ flow }) => flow.name),
    problems,
  );
  if (problems.length > 0) throw new CompileError(problems);
  return envelope(compiled, folder, pack.title, pack.description, {
    configs: Object.fromEntries(connections.map((each) => [each.id, each])),
    tables: Object.fromEntries(tables.map((each) => [each.id, each])),
  });
}

/** The id a flow has in a pack. */
export function flowIdIn(pack: string, flow: FlowModel): string {
  return uuidFrom(pack, 'flow', flow.name);
}

/** One flow of a compiled pack as a file of its own: what it calls comes along as stubs, what it does not use stays out. */
export function singleFlow(pack: WirePack, id: string): WirePack {
  const flow = pack.data.flos[id];
  if (flow === undefined) throw new RangeError(`The pack has no flow ${id}.`);
  // Ids of called flows, tables and connections stand in the flow's own JSON and nowhere else.
  const text = JSON.stringify(flow);
  const used = <T>(map: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(map).filter(([key]) => text.includes(`"${key}"`)));
  const flos = Object.fromEntries(
    Object.entries(used(pack.data.flos)).map(([key, each]): [string, WireFlow] => [
      key,
      key === id ? each : { ...each, description: '', data: null },
    ]),
  );
  const { configs, tables, groups } = pack.data;
  return { ...pack, data: { flos, configs: used(configs), tables: used(tables), groups } };
}

/** Puts flows into the envelope of a 1.5.0 pack (flopack-format §1). */
export function envelope(
  flows: WireFlow[],
  folder: string,
  title: string,
  description: string,
  rest: Pick<WirePack['data'], 'configs' | 'tables'>,
): WirePack {
  return {
    type: 'flopack',
    version: '1.5.0',
    created: CREATED,
    flags: { 'auto-transform': true, looseBooleans: true, looseStrings: true, looseNulls: true },
    data: {
      flos: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
      ...rest,
      groups: { [folder]: { id: folder, data: { name: title, description, media_uri: '', path: '' } } },
    },
  };
}

function compileTable(table: TableModel, id: string, folder: string): WireTable {
  return {
    id,
    name: table.name,
    description: table.description,
    data: {
      class: 'simple',
      group_id: folder,
      structure: table.columns.map((column) => ({
        name: column.name,
        type: columnTypes[column.type],
        default: column.default,
      })),
    },
  };
}

function refuseNamesakes(where: string, names: string[], problems: Problem[]): void {
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
    problems.push({
      where: [where],
      message: `Two flows are called "${name}".`,
      hint: 'Give every flow a name of its own; ids come from names.',
    });
  }
}
