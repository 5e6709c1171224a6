/** A card of the file: its header, and the ports it is given one by one; not yet its pins. */

import type {
  JsonObject,
  PolicyModel,
  WireCard,
  WireErrorPolicy,
  WireModel,
} from '@okta/workflows-connector-sdk-types';
import { shortIdFrom } from '../pack/ids';
import { markerMeta } from './marker';
import { makeInput, makeOutput, type PortDraft } from './port';
import type { CardShape } from './shape';

/** What an author may say of a card beside its fields; hidden cards have a title alone. */
export interface CardFace {
  title: string;
  note?: string;
  marker?: string | null;
  policy?: PolicyModel | null;
}

/** A card with the names its ids come from. */
export interface NamedCard {
  wire: WireCard;
  names: string[];
}

/** Makes the card with its header; its ports are added by `addInput` and `addOutput`. */
export function makeCard(
  shape: CardShape,
  names: string[],
  face: CardFace,
  connection: string | null = null,
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
      data: { name: nameOf(shape, face) },
      model: makeModel(shape, names, face, connection),
    },
    pins: {},
  };
}

/** A comment's title stands over its text; the card itself has the kind's own. */
function nameOf(shape: CardShape, face: CardFace): string {
  return shape.method === 'comment' ? (shape.card?.title ?? face.title) : face.title;
}

function makeModel(shape: CardShape, names: string[], face: CardFace, connection: string | null): WireModel {
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
    policy: { error: policyOf(face.policy ?? null) },
    metadata: { id: null, name: nameOf(shape, face), description: shape.kernel ? shape.summary : null },
    meta: metaOf(shape, names, face.marker ?? null),
    config: connection,
    partnerChannelKeys: null,
    inputs: { ...shape.inputs, data: {} },
    outputs: { ...shape.outputs, data: {} },
    runtime: {},
    ...noteOf(shape, face.title, face.note ?? ''),
  };
}

function policyOf(policy: PolicyModel | null): WireErrorPolicy {
  if (policy === null) return { type: 'finish' };
  const { retry, delay, condition } = policy;
  return { delay, retry, retryCondition: condition, type: 'finish' };
}

/** Connector cards always carry a note, comment cards a title and text, the others one only if the author wrote it. */
function noteOf(shape: CardShape, title: string, note: string): Partial<WireModel> {
  if (!shape.kernel)
    return { display: {}, comments: note === '' ? shape.summary : note, enableNewMetadata: true };
  if (shape.method === 'comment') return { display: {}, comments: { title, markdown: note } };
  return note === '' ? {} : { comments: note };
}

function metaOf(shape: CardShape, names: string[], marker: string | null): JsonObject {
  if (marker !== null) return markerMeta(marker, shortIdFrom(10, ...names, 'marker'));
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
export function addInput(card: NamedCard, draft: PortDraft): string {
  const ports = card.wire.node.model.inputs.data;
  const twin = Object.values(ports).some((port) => port.group === draft.group && port.key === draft.key);
  // Reduce has two inputs called memo: the start value, and the helper's.
  const id = portId(card, twin ? 'second input' : 'input', draft);
  ports[id] = makeInput(id, Object.keys(ports).length, draft);
  return id;
}

/** Adds an output at the end; gives its id. */
export function addOutput(card: NamedCard, draft: PortDraft): string {
  const ports = card.wire.node.model.outputs.data;
  const id = portId(card, 'output', draft);
  ports[id] = makeOutput(id, Object.keys(ports).length, draft);
  return id;
}

function portId(card: NamedCard, side: string, draft: PortDraft): string {
  return shortIdFrom(10, ...card.names, side, draft.group ?? '', draft.key);
}
