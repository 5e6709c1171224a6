/** One card of the model as a card of the file: its header, its ports, not yet its pins. */

import type {
  BindingModel,
  CardModel,
  JsonObject,
  PortModel,
  WireCard,
  WireErrorPolicy,
  WireModel,
} from '@okta/workflows-connector-sdk-types';
import type { AnyCard, CardHeader, PortRules } from '../cards/card';
import type { Field } from '../cards/field';
import { shortIdFrom } from '../pack/ids';
import { methodKey } from './binding';
import { markerMeta, rulesOfMarker } from './marker';
import { fieldDraft, makeInput, makeOutput, type PortDraft } from './port';

/** A card as the compiler knows it while it writes a scope. */
export interface CompiledCard {
  model: CardModel;
  wire: WireCard;
  /** The names its ids come from. */
  names: string[];
}

/** What a card is, whether the platform's or an action of a connector of ours. */
export interface CardShape {
  address: string;
  kernel: boolean;
  channel: string;
  version: string;
  method: string;
  summary: string;
  header: CardHeader;
  inputs: PortRules;
  outputs: PortRules;
  dynamic: AnyCard['dynamic'];
  /** The platform's card; undefined for an action of ours. */
  card: AnyCard | undefined;
}

const plainHeader: CardHeader = {
  executable: false,
  displayed: true,
  async: false,
  cooperative: false,
  mirrored: false,
  timeout: 90_000,
  webhook: false,
  webhookList: false,
  webhookConditions: false,
};
/** Every connector card: executable, 30 seconds (flopack-format §8.2). */
const connectorHeader: CardHeader = { ...plainHeader, executable: true, timeout: 30_000 };

/** The shape of one of the platform's cards. */
export function shapeOfCard(card: AnyCard, marker: string | null): CardShape {
  const marked = marker === null ? undefined : rulesOfMarker(marker);
  return {
    address: card.address,
    kernel: card.kernel,
    channel: card.channel,
    version: card.version,
    method: card.method,
    summary: card.summary,
    header: { ...(card.kernel ? plainHeader : connectorHeader), ...card.header },
    inputs: marked?.inputs ?? { extensible: false, ...connectorRules(card), ...card.ports?.inputs },
    outputs: marked?.outputs ?? { extensible: false, ...connectorRules(card), ...card.ports?.outputs },
    dynamic: card.dynamic,
    card,
  };
}

function connectorRules(card: AnyCard): Partial<PortRules> {
  return card.kernel ? {} : { rules: {} };
}

/** The shape of an action's card in a flow of a pack. */
export function shapeOfAction(model: CardModel, binding: BindingModel): CardShape {
  const action = model.action;
  const connector = action?.connector;
  if (action === null || connector === null || connector === undefined) {
    throw new TypeError(`Card "${model.title}" is an action of no connector.`);
  }
  const method = methodKey(binding, connector, action.name);
  const rule = (title: string, index: number) => [
    title,
    { extensible: false, reserved: {}, index, type: 'object' },
  ];
  return {
    address: `root:channels:http:${binding.key}:${binding.version}:${method}`,
    kernel: false,
    channel: binding.key,
    version: binding.version,
    method,
    summary: action.description,
    header: { ...connectorHeader, async: true },
    inputs: {
      extensible: false,
      rules: {},
      groupRules: Object.fromEntries(action.dialog.inputs.map((group, index) => rule(group.title, index))),
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: Object.fromEntries(action.dialog.outputs.map((group, index) => rule(group.title, index))),
    },
    dynamic: undefined,
    card: undefined,
  };
}

/** Makes the card with its header; its ports are added by `addInput` and `addOutput`. */
export function makeCard(
  model: CardModel,
  shape: CardShape,
  names: string[],
  connection: string | null,
): WireCard {
  const versionAddress = shape.address.slice(0, shape.address.lastIndexOf(':'));
  const channelAddress = versionAddress.slice(0, versionAddress.lastIndexOf(':'));
  return {
    joins: {},
    address: shape.address,
    parents: {
      version: { address: versionAddress, key: shape.version, data: { name: shape.version } },
      channel: { address: channelAddress, key: shape.channel, data: { name: shape.channel } },
    },
    uuid: shortIdFrom(9, ...names, 'card'),
    branches: {},
    node: {
      key: shape.method,
      data: { name: model.title },
      model: makeModel(model, shape, names, connection),
    },
    pins: {},
  };
}

function makeModel(
  model: CardModel,
  shape: CardShape,
  names: string[],
  connection: string | null,
): WireModel {
  const { header } = shape;
  return {
    type: 'method',
    _v: 2,
    key: shape.method,
    executable: header.executable,
    displayed: header.displayed,
    async: header.async,
    cooperative: header.cooperative,
    mirrored: header.mirrored,
    ...(shape.kernel ? {} : { compat: false as const }),
    inlined: false,
    dependencies: [],
    timeout: header.timeout,
    idempotent: false,
    monitor: false,
    webhook: header.webhook,
    webhookList: header.webhookList,
    webhookConditions: header.webhookConditions,
    mobile: false,
    hooks: {},
    policy: { error: policyOf(model) },
    metadata: { id: null, name: model.title, description: shape.kernel ? shape.summary : null },
    meta: metaOf(model, shape, names),
    config: connection,
    partnerChannelKeys: null,
    inputs: { ...shape.inputs, data: {} },
    outputs: { ...shape.outputs, data: {} },
    runtime: {},
    ...noteOf(model, shape),
  };
}

function policyOf(model: CardModel): WireErrorPolicy {
  if (model.policy === null) return { type: 'finish' };
  const { retry, delay, condition } = model.policy;
  return { delay, retry, retryCondition: condition, type: 'finish' };
}

/** Connector cards always carry a note, comment cards a title and text, the others one only if the author wrote it. */
function noteOf(model: CardModel, shape: CardShape): Partial<WireModel> {
  if (!shape.kernel)
    return { display: {}, comments: model.note === '' ? shape.summary : model.note, enableNewMetadata: true };
  if (shape.method === 'comment')
    return { display: {}, comments: { title: model.title, markdown: model.note } };
  return model.note === '' ? {} : { comments: model.note };
}

function metaOf(model: CardModel, shape: CardShape, names: string[]): JsonObject {
  if (model.marker !== null) return markerMeta(model.marker, shortIdFrom(10, ...names, 'marker'));
  return Object.fromEntries(
    (shape.dynamic ?? []).map((each) => [
      each.uuid,
      {
        id: shortIdFrom(11, ...names, 'meta', each.uuid),
        address: {
          key: null,
          group: each.group,
          ...each.at,
          defaultValue: {
            ...(each.path === undefined ? {} : { path: each.path }),
            method: each.method,
            ...(each.dependsOn === undefined ? {} : { depends_on: each.dependsOn }),
          },
          namespace: each.side,
        },
      },
    ]),
  );
}

/** Adds an input at the end; gives its id. */
export function addInput(card: CompiledCard, draft: PortDraft): string {
  const ports = card.wire.node.model.inputs.data;
  const twin = Object.values(ports).some((port) => port.group === draft.group && port.key === draft.key);
  // Reduce has two inputs called memo: the start value, and the helper's.
  const id = portId(card, twin ? 'second input' : 'input', draft);
  ports[id] = makeInput(id, Object.keys(ports).length, draft);
  return id;
}

/** Adds an output at the end; gives its id. */
export function addOutput(card: CompiledCard, draft: PortDraft): string {
  const ports = card.wire.node.model.outputs.data;
  const id = portId(card, 'output', draft);
  ports[id] = makeOutput(id, Object.keys(ports).length, draft, card.wire.node.model.mirrored);
  return id;
}

function portId(card: CompiledCard, side: string, draft: PortDraft): string {
  return shortIdFrom(10, ...card.names, side, draft.group ?? '', draft.key);
}

/** A field of the author's own as a draft. */
export function authorDraft(port: PortModel): PortDraft {
  return {
    group: port.group,
    key: port.key,
    type: port.type,
    ...(port.label === undefined ? {} : { label: port.label }),
    custom: true,
    ...(port.metadata === undefined ? {} : { metadata: port.metadata }),
    ...(port.binding === undefined
      ? {}
      : {
          proxy: {
            dynamic: port.binding.dynamic,
            path: port.binding.dynamic ? port.binding.path : null,
            dest: { key: port.key, group: port.group },
          },
        }),
  };
}

/** The draft of a fixed field, retyped where the author said so. */
export function retypedDraft(name: string, field: Field, model: CardModel): PortDraft {
  const draft = fieldDraft(name, field);
  const type = model.retyped[name];
  if (type === undefined) return draft;
  // A retyped output begins with the new type's empty value.
  const { data: _dropped, ...rest } = draft;
  return { ...rest, type, label: type.label ?? draft.label };
}
