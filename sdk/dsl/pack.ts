/** Packs: the folders of flows that an org imports as one file. */

import type { ConnectionModel, ConnectorModel, PackModel } from '@okta/workflows-connector-sdk-types';
import type { Table } from './table';

/** A connection that the importing user picks once for every card of a connector. */
export function connection(
  connector: string | { readonly model: ConnectorModel },
  name: string,
): ConnectionModel {
  return { name, module: typeof connector === 'string' ? connector : connector.model };
}

/** A pack: its flows in the order the designer lists them, its tables, its connections. */
export function pack(options: {
  /** Kebab-case; the file's name and the root of every id. */
  name: string;
  title: string;
  description: string;
  flows: readonly { model: PackModel['flows'][number] }[];
  tables?: readonly Table[];
  connections?: readonly ConnectionModel[];
  /** Files that belong beside the pack, by name. */
  files?: Readonly<Record<string, string>>;
}): PackModel {
  return {
    name: options.name,
    title: options.title,
    description: options.description,
    flows: options.flows.map((flow) => flow.model),
    tables: (options.tables ?? []).map((each) => each.model),
    connections: [...(options.connections ?? [])],
    files: { ...options.files },
  };
}
