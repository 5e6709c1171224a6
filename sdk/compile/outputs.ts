/** A card's outputs: those it lists from the start, and those it lists once something takes them. */

import type { CardModel, SourceModel, WireInput } from '@okta/workflows-connector-sdk-types';
import type { Field } from '../cards/field';
import { shortIdFrom } from '../pack/ids';
import { connectorOf } from './binding';
import { addOutput } from './card';
import { actionOutputDraft } from './connector-port';
import { portDraft, retypedDraft } from './draft';
import { whyAbsent } from './option';
import type { PortDraft } from './port';
import { fieldName, type Resolved, resolved, type Scope, type ScopeCard } from './scope';
import { wireName } from './value-type';

/** Writes the outputs that a card always lists. */
export function writeOutputs(scope: Scope, card: ScopeCard): void {
  const { model, shape } = card;
  if (shape.header.mirrored) {
    mirrorInputs(card);
    return;
  }
  // Connector cards and calls list only the outputs that are used (flopack-format §8.2); events list all of theirs.
  if ((!shape.kernel && !shape.header.webhook) || shape.method === 'spawn') return;
  for (const [name, field] of Object.entries(shape.card?.outputs ?? {})) {
    if (field.many !== true) makeKnown(card, outputDraft(card, name, field), field.key ?? name);
  }
  // What If/Else gives stands on its Join.
  if (shape.card?.blocks?.held === 'flat') return;
  for (const port of model.moreOutputs) makeKnown(card, portDraft(scope.flow, model, port), port.key);
}

/** The output a source names, written now if the card lists only what is used; undefined where it has none. */
export function outputOf(scope: Scope, card: ScopeCard, source: SourceModel): Resolved | undefined {
  const known = card.outputs.get(fieldName(source.group, source.key));
  if (known !== undefined) return known;
  const { model, shape } = card;
  const author = model.moreOutputs.find((each) => each.group === source.group && each.key === source.key);
  if (author !== undefined) return makeKnown(card, portDraft(scope.flow, model, author), author.key);
  const fixed = fixedOutput(card, source);
  if (fixed !== undefined) {
    const { name, field } = fixed;
    const absent = whyAbsent(shape.card, model, field) !== undefined;
    return absent ? undefined : makeKnown(card, outputDraft(card, name, field), source.key);
  }
  if (model.action === null) return undefined;
  return makeKnown(
    card,
    actionOutputDraft(model.action, source, scope.flow.around.bindingOf(connectorOf(model.action))),
    source.key,
  );
}

/** Why a card does not have an output, to stand behind that it has not; empty where nothing more can be said. */
export function whyMissing(card: ScopeCard, source: SourceModel): string {
  const fixed = fixedOutput(card, source);
  const why = fixed === undefined ? undefined : whyAbsent(card.shape.card, card.model, fixed.field);
  return why === undefined ? '' : `: ${why}`;
}

function fixedOutput({ shape }: ScopeCard, source: SourceModel): { name: string; field: Field } | undefined {
  for (const [name, field] of Object.entries(shape.card?.outputs ?? {})) {
    if ((field.group ?? null) === source.group && (field.key ?? name) === source.key) return { name, field };
  }
  return undefined;
}

function outputDraft({ shape, model }: ScopeCard, name: string, field: Field): PortDraft {
  const draft = retypedDraft(name, field, model);
  // Connector cards name the type of each output; an event's list is what it is.
  if (shape.kernel || shape.header.webhook || (draft.available ?? []).length > 0) return draft;
  return { ...draft, available: [wireName(draft.type.type)] };
}

function makeKnown(card: ScopeCard, draft: PortDraft, key: string): Resolved {
  const output = resolved(card, addOutput(card, draft), draft.type);
  card.outputs.set(fieldName(draft.group, key), output);
  return output;
}

/** Every input over again, known under the name that the model has for it. */
function mirrorInputs(card: ScopeCard): void {
  for (const { id: input, name, type } of card.inputs) {
    const port = card.wire.node.model.inputs.data[input];
    if (port !== undefined) card.outputs.set(name, resolved(card, mirror(card, port), type));
  }
}

const triggers = new Set(['control:callable', 'http:accept', 'http:delegated']);

/** A trigger gives out what somebody else puts in; its outputs carry no flag, those of `_authping` excepted. */
function isTrigger({ card, marker }: CardModel): boolean {
  return triggers.has(card) && marker !== 'connector_authping';
}

function mirror(card: ScopeCard, input: WireInput): string {
  const id = shortIdFrom(10, ...card.names, 'output', input.group ?? '', input.key);
  const { required: _required, flags: _flags, ...rest } = input;
  card.wire.node.model.outputs.data[id] = {
    ...rest,
    id,
    ref: input.value.collection,
    value: { ...input.value },
    ...(isTrigger(card.model) ? {} : { flags: 'd' }),
  };
  return id;
}
