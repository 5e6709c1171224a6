/** If/Else: its two branches lie flat in the scope, between a No-op each and the Join where they meet (flopack-format §5.2a). */

import type { BlockModel, ModelType, ValueModel } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import { join as joinCard } from '../cards/control/join';
import { noOp } from '../cards/control/no-op';
import { addInput, addOutput, makeCard } from './card';
import { authorDraft } from './draft';
import { connect } from './pin';
import type { PortDraft } from './port';
import {
  fieldName,
  follow,
  type OpenBlock,
  order,
  type PlacedCard,
  resolved,
  type Scope,
  type ScopeCard,
} from './scope';
import { shapeOfCard } from './shape';
import { resolve } from './sources';
import { anyType } from './value-type';

/** Writes the cards of a block into its scope. */
export type WriteBlock = (scope: Scope, body: BlockModel, block: OpenBlock, path: string[]) => void;

/** Writes the branches of a card, and the Join behind which its block goes on. */
export function writeBranches(scope: Scope, card: ScopeCard, path: string[], writeBlock: WriteBlock): void {
  const blocks = card.shape.card?.blocks;
  if (blocks?.held !== 'flat') return;
  const join = hidden(scope, joinCard, card.title, card.block, [...path, 'join']);
  const inputs = addHanded(card, join);
  for (const [index, name] of blocks.names.entries()) {
    const body = card.model.blocks[name] ?? { cards: [], gives: {} };
    const branch: OpenBlock = { outer: card.block, last: null };
    const start = hidden(scope, noOp, noOp.title, branch, [...path, name]);
    scope.wire.methods.push(start.wire);
    card.wire.branches[start.wire.uuid] = index === 0;
    follow(scope, start);
    writeBlock(scope, body, branch, [...path, name]);
    order(scope, branch.last ?? start.wire.uuid, join.wire.uuid);
    order(scope, start.wire.uuid, join.wire.uuid);
    for (const [key, input] of inputs) handOn(scope, body.gives[key], input, { ...join, block: branch });
  }
  scope.wire.methods.push(join.wire);
  card.block.last = join.wire.uuid;
}

/** What the branches hand on enters the Join and leaves it as the If/Else's own output; gives its inputs by key. */
function addHanded(card: ScopeCard, join: PlacedCard): Map<string, { id: string; type: ModelType }> {
  const inputs = new Map<string, { id: string; type: ModelType }>();
  for (const port of card.model.moreOutputs) {
    const draft: PortDraft = { ...authorDraft(port), custom: false, available: anyType };
    const id = addInput(join, draft);
    const output = addOutput(join, draft);
    join.wire.joins[id] = [{ output, transform: null }];
    inputs.set(port.key, { id, type: port.type });
    card.outputs.set(fieldName(null, port.key), resolved(join, output, port.type));
  }
  return inputs;
}

/** Connects what a branch hands on with the Join, which comes right behind where the value is made. */
function handOn(
  scope: Scope,
  value: ValueModel | undefined,
  input: { id: string; type: ModelType },
  join: PlacedCard,
): void {
  if (value?.kind !== 'from') return;
  const source = resolve(scope, value.from, join);
  if (source === undefined) return;
  connect(scope, source, join, input.id, input.type);
  order(scope, source.card.wire.uuid, join.wire.uuid);
}

function hidden(scope: Scope, card: AnyCard, title: string, block: OpenBlock, path: string[]): PlacedCard {
  const names = [...scope.names, ...path];
  return { title, names, block, wire: makeCard(shapeOfCard(card, null), names, { title: card.title }) };
}
