/** The blocks that a card holds inline: If/ElseIf, If Error, the body of an event (flopack-format §5.2). */

import type { BlockModel, ValueModel, WireInlineFlow, WireScope } from '@okta/workflows-connector-sdk-types';
import type { BlockPlace } from '../cards/card';
import type { Field } from '../cards/field';
import { cardNamed } from '../cards/index';
import { shortIdFrom, uuidFrom } from '../pack/ids';
import { fieldDraft, type PortDraft } from './port';
import type { Scope, ScopeCard } from './scope';
import { tree } from './tree';

/** Writes a body into a scope of its own. */
export type WriteInner = (scope: Scope, owner: ScopeCard, body: BlockModel, names: string[]) => WireScope;

/** Writes the bodies of a card's blocks into the inputs, or the error handler, that hold them. */
export function holdBlocks(scope: Scope, card: ScopeCard, write: WriteInner): void {
  for (const [name, body] of Object.entries(card.model.blocks)) {
    const place = placeOf(card, name);
    if (place === undefined) continue;
    const names = [...card.names, `block ${name}`];
    const inline = inlineFlow(names, write(scope, card, body, names), aliasesOf(scope, card));
    const { model } = card.wire.node;
    if (place === 'error handler') {
      model.policy = { error: { type: 'handler', flo: inline, merge: 'join' } };
      continue;
    }
    const group = isFurther(card, place) ? groupId(card, place.group) : place.group;
    const port = Object.values(model.inputs.data).find(
      (each) => each.group === group && each.key === place.key,
    );
    if (port !== undefined) port.value.data = inline;
  }
}

function inlineFlow(
  names: string[],
  { methods, orderings }: WireScope,
  alias: string | undefined,
): WireInlineFlow {
  const id = uuidFrom(...names);
  const [trigger] = methods;
  return {
    id,
    uuid: id,
    display: { aliases: alias === undefined || trigger === undefined ? {} : { [trigger.uuid]: alias } },
    tree,
    methods,
    model: {},
    orderings,
    security_level: null,
    log: false,
    inheritLog: false,
    group: null,
    templateName: null,
    connector_method_meta: { inputs: {}, outputs: {}, options: {} },
    monitor_flo: false,
  };
}

/** The designer draws the trigger of an event's body as the event (flopack-format §3.4). */
function aliasesOf(scope: Scope, owner: ScopeCard): string | undefined {
  const { kind, body } = scope.flow.model;
  if (owner.shape.method !== 'asyncEach' || kind !== 'event') return undefined;
  return cardNamed(body.cards[0]?.card ?? '')?.channel;
}

/** The blocks beyond the fixed ones, by the group that the model gives them: the else-ifs of If/ElseIf. */
export function furtherGroups(card: ScopeCard): string[] {
  return Object.keys(card.model.blocks).flatMap((name) => {
    const place = placeOf(card, name);
    return isFurther(card, place) ? [place.group] : [];
  });
}

/** The fields of such a block, with what the author gave them. */
export function furtherFields(
  card: ScopeCard,
  group: string,
): { draft: PortDraft; field: Field; value: ValueModel | undefined }[] {
  const blocks = card.shape.card?.blocks;
  const fields = blocks?.held === 'inline' ? (blocks.further ?? {}) : {};
  return Object.entries(fields).map(([name, field]) => {
    const draft: PortDraft = { ...fieldDraft(name, field), group: groupId(card, group), full: true };
    const given = card.model.more.find((each) => each.group === group && each.key === draft.key);
    return { draft, field, value: given?.value ?? undefined };
  });
}

/** The group of the block that is tested last; undefined where the last block stands in no group. */
export function groupOfLast(card: ScopeCard): string | undefined {
  const place = placeOf(card, Object.keys(card.model.blocks).at(-1) ?? '');
  return typeof place === 'object' ? (place.group ?? undefined) : undefined;
}

function placeOf(card: ScopeCard, block: string): BlockPlace | undefined {
  const blocks = card.shape.card?.blocks;
  return blocks?.held === 'inline' ? blocks.place(block) : undefined;
}

/** Whether a block stands in a group that the card itself does not have. */
function isFurther(card: ScopeCard, place: BlockPlace | undefined): place is { group: string; key: string } {
  if (typeof place !== 'object' || place.group === null) return false;
  const { group } = place;
  return !Object.values(card.shape.card?.inputs ?? {}).some((field) => field.group === group);
}

/** The file's name of such a group. */
function groupId(card: ScopeCard, group: string): string {
  return shortIdFrom(9, ...card.names, 'group', group);
}
