/** A card's inputs: constants written into them, or pins to them. */

import type { ModelType, ValueModel } from '@okta/workflows-connector-sdk-types';
import type { Field } from '../cards/field';
import { typeOfConstant } from '../cards/model-type';
import { furtherFields, furtherGroups, groupOfLast } from './blocks';
import { addInput } from './card';
import { inputDraft, manyDraft, moreDraft } from './draft';
import { whyAbsent } from './option';
import { connect } from './pin';
import type { PortDraft } from './port';
import { fieldName, type Scope, type ScopeCard } from './scope';
import { resolve } from './sources';
import { problem } from './surroundings';
import { writeWhere } from './where';

/** Writes the inputs of a card, all but the bodies of its blocks. */
export function writeInputs(scope: Scope, card: ScopeCard): void {
  const { model, shape } = card;
  const further = furtherGroups(card);
  for (const [name, field] of Object.entries(shape.card?.inputs ?? {})) {
    if (model.shows !== null && !model.shows.includes(name)) continue;
    if (isAbsent(scope, card, name, field)) continue;
    // Else-ifs stand between If and Else.
    if (field.group === groupOfLast(card))
      for (const group of further.splice(0)) writeFurther(scope, card, group);
    if (field.many === true) {
      for (const [key, value] of Object.entries(model.groups[name] ?? {}))
        writeField(scope, card, key, manyDraft(scope.flow, shape, model, field, key, value), value, field);
    } else {
      const draft = inputDraft(shape, name, field, model);
      writeField(scope, card, field.key ?? name, draft, model.inputs[name], field);
    }
  }
  const ofBlocks = furtherGroups(card);
  const allowed = shape.card?.more;
  for (const port of model.more) {
    if (port.group !== null && ofBlocks.includes(port.group)) continue;
    const draft = moreDraft(scope.flow, model, port, allowed);
    writeField(scope, card, port.key, draft, port.value ?? undefined, allowed);
  }
}

function isAbsent(scope: Scope, card: ScopeCard, name: string, field: Field): boolean {
  const why = whyAbsent(card.shape.card, card.model, field);
  const given = card.model.inputs[name] !== undefined || card.model.groups[name] !== undefined;
  if (why !== undefined && given) {
    problem(
      scope.flow,
      card.names,
      `Card "${card.title}" has no field "${name}": ${why}.`,
      'Leave the field away, or choose another option.',
    );
  }
  return why !== undefined;
}

/** Writes the fields of a block beyond the fixed ones: an else-if's condition. */
function writeFurther(scope: Scope, card: ScopeCard, group: string): void {
  for (const { draft, field, value } of furtherFields(card, group))
    writeField(scope, card, draft.key, draft, value, field);
}

/**
 * Writes one input: a constant into it, or a pin to it; a flexible field takes its value's type first.
 * @param key The model's key of it, which need not be the file's.
 */
function writeField(
  scope: Scope,
  card: ScopeCard,
  key: string,
  draft: PortDraft,
  value: ValueModel | undefined,
  field: Field | undefined,
): void {
  const add = (written: PortDraft): string => {
    const id = addInput(card, written);
    card.inputs.push({ id, name: fieldName(draft.group, key), type: written.type });
    return id;
  };
  if (value === undefined) {
    add(draft);
    return;
  }
  switch (value.kind) {
    case 'constant': {
      const type = flexible(card, field, draft.key, typeOfConstant(value.value)) ?? draft.type;
      add({ ...draft, type, data: value.value });
      return;
    }
    case 'from': {
      const source = resolve(scope, value.from, card);
      const type =
        flexible(card, field, draft.key, value.from.wanted ?? source?.type ?? value.from.type) ?? draft.type;
      // A pinned input keeps its type's empty value.
      const { data: _constant, ...rest } = draft;
      const input = add({ ...rest, type });
      if (source !== undefined) connect(scope, source, card, input, type);
      return;
    }
    case 'flow':
      add({
        ...draft,
        data: scope.flow.around.flowId(value.flow) ?? missing(scope, card, 'flow', value.flow.name),
      });
      return;
    case 'table':
      add({
        ...draft,
        data: scope.flow.around.tableId(value.table) ?? missing(scope, card, 'table', value.table.name),
      });
      return;
    case 'where':
      writeWhere(scope, card, draft, value.conditions);
  }
}

function missing(scope: Scope, card: ScopeCard, what: 'flow' | 'table', name: string): string {
  const [around = ''] = scope.flow.around.names;
  problem(
    scope.flow,
    card.names,
    `Card "${card.title}" uses the ${what} "${name}", which is not part of "${around}".`,
    `Add it to the ${what}s of the pack${what === 'flow' ? ', or to the helpers of the connector' : ''}.`,
  );
  return '';
}

/** The type a flexible field takes from its value; undefined where the field has the type it has. */
function flexible(
  card: ScopeCard,
  field: Field | undefined,
  key: string,
  from: ModelType,
): ModelType | undefined {
  if (field?.types === undefined || from.type === 'any') return undefined;
  if (field.types !== '*' && !field.types.includes(from.type)) return undefined;
  if (from.list === field.list) return from;
  // A field for lists stays one; a single field takes a list where the card's rules say so.
  return from.list && takesLists(card, field, key) ? from : undefined;
}

function takesLists(card: ScopeCard, field: Field, key: string): boolean {
  const rule = card.shape.inputs.rules?.[key];
  const known = typeof rule === 'object' && rule !== null && !Array.isArray(rule);
  return field.types === '*' || (known && rule.collection === '*');
}
