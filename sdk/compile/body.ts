/** Writes the body of a flow, and the bodies of the blocks within: card by card, each with its inputs and outputs. */

import type { BlockModel, CardModel, WireOutput, WireScope } from '@okta/workflows-connector-sdk-types';
import { holdBlocks } from './blocks';
import { writeBranches } from './branches';
import { makeCard } from './card';
import { writeInputs } from './inputs';
import { writeOutputs } from './outputs';
import { follow, newScope, type OpenBlock, type Scope, type ScopeCard } from './scope';
import { type Place, shapeOf } from './shape';
import type { FlowContext } from './surroundings';

/** Writes a flow's own body. */
export function writeBody(flow: FlowContext): WireScope {
  return writeScope(newScope(flow, flow.around.names, null), flow.model.body);
}

function writeScope(scope: Scope, body: BlockModel): WireScope {
  writeBlock(scope, body, { outer: null, last: null }, []);
  // Sub-field cards last, as the designer writes them.
  for (const { card } of scope.pickers.values()) scope.wire.methods.push(card.wire);
  markUsed(scope.wire);
  return scope.wire;
}

/** @param path The names of the blocks around, within the scope. */
function writeBlock(scope: Scope, body: BlockModel, block: OpenBlock, path: string[]): void {
  for (const model of body.cards) writeCard(scope, model, block, [...path, model.name]);
}

function writeCard(scope: Scope, model: CardModel, block: OpenBlock, path: string[]): void {
  const { flow } = scope;
  const shape = shapeOf(flow, model, placeOf(scope));
  const names = [...scope.names, ...path];
  const connection = shape.kernel ? null : flow.around.connectionId(shape.channel);
  const wire = makeCard(shape, names, model, connection);
  const card: ScopeCard = {
    wire,
    names,
    title: model.title,
    block,
    model,
    shape,
    inputs: [],
    outputs: new Map(),
  };
  scope.wire.methods.push(wire);
  scope.cards.set(model, card);
  scope.trigger ??= card;
  follow(scope, card);
  writeInputs(scope, card);
  holdBlocks(scope, card, (inner, owner, body, innerNames) =>
    writeScope(newScope(inner.flow, innerNames, { scope: inner, owner }), body),
  );
  writeOutputs(scope, card);
  writeBranches(scope, card, path, writeBlock);
}

function placeOf({ outer }: Scope): Place {
  if (outer === null) return 'flow';
  return outer.owner.shape.method === 'asyncEach' ? 'event body' : 'block';
}

/** Marks the outputs that something takes, and the inputs of triggers whose output is taken. */
function markUsed(wire: WireScope): void {
  for (const card of wire.methods) {
    const { inputs, outputs, mirrored } = card.node.model;
    const taken: WireOutput[] = [];
    for (const output of Object.values(outputs.data)) {
      if (Object.keys(card.pins[output.id] ?? {}).length === 0) continue;
      output._used = true;
      taken.push(output);
    }
    if (!mirrored || card.node.key !== 'callable') continue;
    for (const input of Object.values(inputs.data)) {
      if (taken.some((output) => output.group === input.group && output.key === input.key))
        input._used = true;
    }
  }
}
