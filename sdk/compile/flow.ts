/** A flow of the model as a flow of the file, and what its cards need to know about the pack around them. */

import type {
  BindingModel,
  CardModel,
  ConnectorModel,
  FlowModel,
  JsonObject,
  PortModel,
  SourceModel,
  TableModel,
  ValueModel,
  WireFlow,
  WireFlowData,
  WireMethodMeta,
} from '@okta/workflows-connector-sdk-types';
import type { Field } from '../cards/field';
import { cardNamed } from '../cards/index';
import { typeOfConstant } from '../cards/model-type';
import { authorDraft, type CardShape, type CompiledCard, shapeOfAction, shapeOfCard } from './card';
import { actionOutputDraft, connectionDraft, dialogDraft, methodMeta } from './connector-port';
import type { PortDraft } from './port';
import type { Problem } from './problem';
import { compileBody, tree } from './scope';

/** What a flow is compiled for: the pack's ids, connections and bindings. */
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

/** What the scopes of a flow ask of it. */
export interface FlowCompiler {
  shapeOf(model: CardModel): CardShape;
  connectionOf(shape: CardShape): string | null;
  /** A field of the author's own. */
  portDraft(card: CompiledCard, port: PortModel): PortDraft;
  /** One of many values in a group. */
  manyDraft(card: CompiledCard, name: string, field: Field, key: string, value: ValueModel): PortDraft;
  /** An output of an action's card that is used. */
  actionOutputDraft(card: CompiledCard, source: SourceModel): PortDraft | undefined;
  flowId(flow: FlowModel): string;
  tableId(table: TableModel): string;
  aliasOf(owner: CardShape, root: string | undefined): Record<string, string>;
  /** Notes a problem; gives undefined, so that it can stand where a value was due. */
  problem(names: string[], message: string, hint: string): undefined;
}

/** Compiles one flow. Problems go into `around.problems`; with any of them the result must not be used. */
export function compileFlow(flow: FlowModel, id: string, around: FlowSurroundings): WireFlow {
  const scope = compileBody(flowCompiler(flow, around), flow.body, around.names);
  const data: WireFlowData = {
    id: null,
    uuid: id,
    display: {
      preview: scope.methods.map((card) => ({
        module: card.parents.channel.key,
        name: card.node.key === 'expand' ? '' : card.node.key,
        kernel: card.address.startsWith('root:kernel:'),
      })),
      eventConnecterName: scope.methods[0]?.node.data.name ?? '',
      isCallable: scope.methods[0]?.node.key === 'callable',
    },
    tree,
    methods: scope.methods,
    model: {},
    orderings: scope.orderings,
    cron: {},
    security_level: null,
    log: flow.saveData,
    inheritLog: true,
    scheduled: false,
    group: around.folder,
    templateName: null,
    connector_method_meta: metaOf(flow, around),
    monitor_flo: false,
  };
  return { id, name: flow.name, description: flow.description, data };
}

function metaOf(flow: FlowModel, around: FlowSurroundings): WireMethodMeta {
  if (flow.connector === null) return { inputs: {}, outputs: {}, options: {} };
  return methodMeta(flow, around.bindingOf(flow.connector));
}

function flowCompiler(flow: FlowModel, around: FlowSurroundings): FlowCompiler {
  const problem: FlowCompiler['problem'] = (names, message, hint) => {
    around.problems.push({ where: names, message, hint });
    return undefined;
  };
  const compiler: FlowCompiler = {
    problem,
    shapeOf(model) {
      if (model.action?.connector) return shapeOfAction(model, around.bindingOf(model.action.connector));
      const card = cardNamed(model.card);
      if (card === undefined) throw new TypeError(`No card "${model.card}" is in the list of cards.`);
      return shapeOfCard(card, model.marker);
    },
    connectionOf: (shape) => (shape.kernel ? null : around.connectionId(shape.channel)),
    portDraft(card, port) {
      const connector = flow.connector;
      if (port.group === 'auth') return connectionDraft(port, connector);
      if (connector !== null && card.model.marker !== null && port.group !== null) {
        return dialogDraft(flow, port, around.bindingOf(connector), card.names) ?? markedDraft(port);
      }
      if (card.model.action !== null)
        return dialogDraft(card.model.action.flow, port, bindingOf(card), card.names) ?? authorDraft(port);
      // An event's own fields are the event's, not the author's.
      if (port.group === 'Output') return { ...authorDraft(port), custom: false, data: null, available: [] };
      return outputGroup(authorDraft(port));
    },
    manyDraft(card, name, field, key, value) {
      if (field.group === 'auth')
        return connectionDraft(
          { group: 'auth', key, type: typeOfValue(value), value: null, metadata: { transient: true } },
          flow.connector,
        );
      const type = field.type === 'any' ? typeOfValue(value) : { type: field.type, list: field.list };
      return {
        group: field.group ?? null,
        key,
        type: columnType(card, key) ?? type,
        full: true,
        metadata: { optional: false },
      };
    },
    actionOutputDraft: (card, source) =>
      card.model.action === null ? undefined : actionOutputDraft(card.model.action, source, bindingOf(card)),
    flowId: (called) =>
      around.flowId(called) ??
      problem(
        around.names,
        `Flow "${called.name}" is called but is not in the pack.`,
        'Add it to the list of the pack.',
      ) ??
      '',
    tableId: (table) =>
      around.tableId(table) ??
      problem(
        around.names,
        `Table "${table.name}" is used but is not in the pack.`,
        'Add it to the tables of the pack.',
      ) ??
      '',
    aliasOf: (owner, root) =>
      owner.method === 'asyncEach' && root !== undefined ? eventAlias(flow, root) : {},
  };
  return compiler;

  function bindingOf(card: CompiledCard): BindingModel {
    const connector = card.model.action?.connector;
    if (!connector) throw new TypeError(`Card "${card.model.title}" is an action of no connector.`);
    return around.bindingOf(connector);
  }
}

function markedDraft(port: PortModel): PortDraft {
  return { ...authorDraft(port), custom: false, full: true };
}

/** Outputs in a group are the card's, not the author's: a row's columns, a user's profile. */
function outputGroup(draft: PortDraft): PortDraft {
  return draft.group === null ? draft : { ...draft, custom: false };
}

/** The designer draws the trigger of an event's body as the event (flopack-format §3.4). */
function eventAlias(flow: FlowModel, root: string): JsonObject & Record<string, string> {
  const event = flow.kind === 'event' ? flow.body.cards[0] : undefined;
  const channel = event === undefined ? undefined : cardNamed(event.card)?.channel;
  return channel === undefined ? {} : { [root]: channel };
}

/** A table's card: a column has the type the table says. */
function columnType(card: CompiledCard, key: string): PortDraft['type'] | undefined {
  for (const value of Object.values(card.model.inputs)) {
    const column = value.kind === 'table' ? value.table.columns.find((each) => each.name === key) : undefined;
    if (column !== undefined) return { type: column.type, list: false };
  }
  return undefined;
}

function typeOfValue(value: ValueModel): PortDraft['type'] {
  if (value.kind === 'from') return value.from.type;
  return value.kind === 'constant' ? typeOfConstant(value.value) : { type: 'object', list: false };
}
