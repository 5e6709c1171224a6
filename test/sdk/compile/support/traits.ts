/** What a flow's file looks like, ids and the author's own words aside: every place in it, with the constants found there. */

import type {
  WireCard,
  WireFlow,
  WireInput,
  WireOutput,
  WireScope,
} from '@okta/workflows-connector-sdk-types';
import { isInlineFlow } from '../../../../sdk/pack/write';

/** Places, as paths of words, and the values that stand there. */
export type Traits = Map<string, Set<string>>;

/** Takes a flow that is no stub; gives the traits of it and of its inner flows. */
export function traitsOf(flow: WireFlow): Traits {
  const traits: Traits = new Map();
  if (flow.data === null) return traits;
  const { methods, orderings, ...rest } = flow.data;
  note(traits, 'flow', { ...flow, data: null });
  note(traits, 'flow', rest);
  noteScope(traits, { methods, orderings });
  return traits;
}

function noteScope(traits: Traits, { methods }: WireScope): void {
  for (const card of methods) noteCard(traits, card);
}

function noteCard(traits: Traits, card: WireCard): void {
  const { inputs, outputs, ...model } = card.node.model;
  const marker = model.meta.type as { address: string } | undefined;
  const role = `${card.node.key}${marker === undefined ? '' : ` (${marker.address})`}`;
  const { pins, node, joins, branches, ...shell } = card;
  const caught = model.policy.error.flo;
  note(traits, `card ${role}`, { ...shell, pins: {}, joins: {}, branches: {}, node: { ...node, model: {} } });
  const error = typeof caught === 'object' ? { ...model.policy.error, flo: 'inline' } : model.policy.error;
  note(traits, `card ${role}`, { ...model, policy: { error } });
  if (typeof caught === 'object') noteInline(traits, caught);
  for (const [side, ports] of Object.entries({ inputs, outputs })) {
    const { data, ...rules } = ports;
    note(traits, `card ${role} ${side}`, rules);
    for (const port of Object.values(data)) notePort(traits, `card ${role} ${side}`, port);
  }
  for (const targets of Object.values(pins))
    for (const pin of Object.values(targets).flat())
      note(traits, 'pin', { input: 'id', transform: Object.values(pin.transform ?? {}) });
}

function notePort(traits: Traits, where: string, port: WireInput | WireOutput): void {
  const { value, ...rest } = port;
  const place = `${where} field ${roleOf(port)}`;
  note(traits, place, rest);
  const { data, type, ...value_ } = value;
  note(traits, `${place} value`, { ...value_, type: typeof type === 'string' ? type : 'schema' });
  add(traits, `${place} value data`, 'is there');
  if (isInlineFlow(value)) noteInline(traits, value.data);
  if (typeof type !== 'string')
    for (const part of Object.values(type)) note(traits, `${place} value type part`, part);
}

/** What a field is: one of the card's, or of which kind. */
function roleOf({ group, key, metadata }: WireInput | WireOutput): string {
  if (typeof metadata.wormholeMethodId === 'string') return 'let in';
  if (metadata.transient === true) return group === 'auth' ? 'handed connection' : 'argument';
  if (metadata.custom === true) return 'own';
  if (typeof metadata.srcOutputId === 'string') return `picked ${key}`;
  if (['Options', 'Inputs', 'Outputs', 'selectedOutputs'].includes(group ?? '')) return `of ${group}`;
  return `${group ?? '-'}:${key}`;
}

function noteInline(traits: Traits, { methods, orderings, ...inline }: WireScope & object): void {
  note(traits, 'inner flow', inline);
  noteScope(traits, { methods, orderings });
}

/** Words of the author's, ids and numbers that count: what stands there says nothing of the format. */
const masked = new Set(
  `id uuid key name description label displayname option _key group_name methodkey group groupKey index path
   srcMethodId srcOutputId wormholeMethodId aliases preview comments title markdown authparams dest eventConnecterName`.split(
    /\s+/,
  ),
);

function note(traits: Traits, place: string, value: object): void {
  for (const [key, inner] of Object.entries(value)) {
    if (key === '_used') continue;
    const path = `${place} ${key}`;
    if (masked.has(key)) add(traits, path, 'of its own');
    else if (Array.isArray(inner) && inner.some((each) => typeof each === 'object' && each !== null)) {
      for (const each of inner) note(traits, `${path}[]`, each as object);
    } else if (
      typeof inner === 'object' &&
      inner !== null &&
      !Array.isArray(inner) &&
      Object.keys(inner).length > 0
    )
      note(traits, path, inner as object);
    else add(traits, path, JSON.stringify(inner));
  }
}

function add(traits: Traits, path: string, value: string): void {
  const values = traits.get(path) ?? new Set();
  traits.set(path, values.add(value));
}
