/** Parts of an object: a hidden card behind the output picks them, one card for each output (flopack-format §7.3). */

import type { ModelType } from '@okta/workflows-connector-sdk-types';
import { expand } from '../cards/object/expand';
import { shortIdFrom } from '../pack/ids';
import { addInput, addOutput, makeCard } from './card';
import { pin } from './pin';
import type { PortDraft } from './port';
import { type OpenBlock, order, type PlacedCard, type Resolved, resolved, type Scope } from './scope';
import { shapeOfCard } from './shape';

/** The card that picks parts of one output. */
export interface Picker {
  card: PlacedCard;
  /** The parts picked so far, by path. */
  parts: Map<string, Resolved>;
  /** The blocks whose first card to take a part it already comes before. */
  leads: Set<OpenBlock>;
}

/** Gives a part of an output, for a card that takes it. */
export function pick(
  scope: Scope,
  whole: Resolved,
  path: string[],
  type: ModelType,
  consumer: PlacedCard,
): Resolved {
  const picker = scope.pickers.get(whole.output) ?? makePicker(scope, whole);
  // Before the first card of each block that takes a part; the later ones follow that one.
  if (!picker.leads.has(consumer.block)) {
    picker.leads.add(consumer.block);
    order(scope, picker.card.wire.uuid, consumer.wire.uuid);
  }
  const known = picker.parts.get(JSON.stringify(path));
  if (known !== undefined) return known;
  const part = addPart(picker.card, whole, path, type);
  picker.parts.set(JSON.stringify(path), part);
  return part;
}

function makePicker(scope: Scope, whole: Resolved): Picker {
  const names = [...whole.card.names, 'parts of', whole.output];
  const source = whole.card.wire.uuid;
  // The designer names the hidden card after the one it picks from.
  const wire = makeCard(shapeOfCard(expand, null), names, { title: source });
  const card: PlacedCard = { wire, names, title: whole.card.title, block: whole.card.block };
  const input = addInput(card, {
    group: null,
    key: 'object',
    type: whole.type,
    wireType: whole.wireType,
    required: true,
    data: {},
    metadata: { srcMethodId: source, srcOutputId: whole.output },
    unordered: true,
  });
  pin(whole, card, input);
  order(scope, source, wire.uuid);
  const picker: Picker = { card, parts: new Map(), leads: new Set() };
  scope.pickers.set(whole.output, picker);
  return picker;
}

/** A pair of outputs: the path, and what stands there. */
function addPart(picker: PlacedCard, whole: Resolved, path: string[], type: ModelType): Resolved {
  const shared: Pick<PortDraft, 'group' | 'metadata' | 'unordered'> = {
    group: shortIdFrom(11, ...picker.names, 'part', ...path),
    metadata: { path, srcMethodId: whole.card.wire.uuid, srcOutputId: whole.output },
    unordered: true,
  };
  addOutput(picker, { ...shared, key: 'key', type: { type: 'text', list: true }, data: path });
  const output = addOutput(picker, { ...shared, key: 'value', type, data: type.list ? [] : null });
  return resolved(picker, output, type);
}
