/** What an import makes of a pack: its flows, off, its tables, empty, and what the ids in it mean. */

import type { CardView, Clock, FlowView, PackView } from '@okta/workflows-connector-sdk-types';
import type { OrgFlow, Space } from './execution';
import { createTable, type Table } from './tables';

/** What the org lends to an import. */
export interface ImportInto {
  flows: readonly OrgFlow[];
  tables: readonly Table[];
  clock: Clock;
  action: Space['action'];
  connection: Space['connection'];
  makeFlow(view: FlowView, space: Space, on: boolean): OrgFlow;
}

/** Makes the flows and tables of a pack, which then know each other by the ids of the file. */
export function importSpace(view: PackView, org: ImportInto): { flows: OrgFlow[]; tables: Table[] } {
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

/** Whether a card can do nothing without a connection. */
export function needsConnection(card: CardView): boolean {
  return !card.kernel && !withoutConnection.has(card.channel);
}

/** Connectors that are part of the platform itself; the API Connector works without a connection too. */
const withoutConnection = new Set(['stash', 'filefunctions', 'httpfunctions']);
