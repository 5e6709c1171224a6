/** What a flow is compiled for: the pack or connector around it, with its ids, connections and bindings. */

import type {
  BindingModel,
  ConnectorModel,
  FlowModel,
  TableModel,
} from '@okta/workflows-connector-sdk-types';
import type { Problem } from './problem';

/** What stands around the flow, as far as its cards refer to it. */
export interface FlowSurroundings {
  /** The pack's or connector's name and the flow's: the root of its ids. */
  names: string[];
  folder: string;
  /** The id of a flow, by its model; undefined for one that is not in the pack. */
  flowId(flow: FlowModel): string | undefined;
  tableId(table: TableModel): string | undefined;
  /** The id of the connection for a connector's cards, or null. */
  connectionId(module: string): string | null;
  bindingOf(connector: ConnectorModel): BindingModel;
  problems: Problem[];
}

/** A flow while it is compiled. */
export interface FlowContext {
  model: FlowModel;
  around: FlowSurroundings;
}

/** Notes a problem; gives undefined, so that it can stand where a value was due. */
export function problem(flow: FlowContext, names: string[], message: string, hint: string): undefined {
  flow.around.problems.push({ where: names, message, hint });
  return undefined;
}
