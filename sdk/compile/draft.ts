/** What a port of the model is to be in the file: whose field it is decides how it is written. */

import type {
  CardModel,
  JsonObject,
  ModelType,
  PortModel,
  ValueModel,
} from '@okta/workflows-connector-sdk-types';
import type { Field } from '../cards/field';
import { typeOfConstant } from '../cards/model-type';
import { connectorOf } from './binding';
import { actionInputDraft, connectionDraft, dialogDraft } from './connector-port';
import { markedTypes } from './marker';
import { fieldDraft, type PortDraft } from './port';
import type { CardShape } from './shape';
import type { FlowContext } from './surroundings';
import { anyType, wireName } from './value-type';

/** One of a card's fixed inputs, retyped where the author said so. */
export function inputDraft(shape: CardShape, name: string, field: Field, card: CardModel): PortDraft {
  const draft = retypedDraft(name, field, card);
  if (shape.kernel) return shape.header.mirrored ? hiddenAs(draft, { hidden: true }) : draft;
  if (field.hidden === true) return hiddenAs({ ...draft, full: true }, { forceHide: true });
  // Connector cards say of each field that it is not optional, and of a choice that it is a list (flopack-format §8.2).
  const list: JsonObject = field.choices === undefined ? {} : { type: 'list' };
  if (field.option === true) {
    const depends: JsonObject = field.choices === undefined ? {} : { dependencies: [] };
    const place = { optional: false, ordering: orderingOf(shape, name) };
    return { ...draft, full: true, metadata: { ...list, ...depends, ...place, ...draft.metadata } };
  }
  const own = draft.available ?? [];
  const available = own.length > 0 ? own : [wireName(draft.type.type)];
  return { ...draft, full: true, available, metadata: { ...list, optional: false, ...draft.metadata } };
}

function hiddenAs(draft: PortDraft, how: { hidden: true } | { forceHide: true }): PortDraft {
  const { hidden, forceHide: _both, ...metadata } = draft.metadata ?? {};
  return hidden === undefined ? draft : { ...draft, metadata: { ...metadata, ...how } };
}

/** The place of an option among the options of its card. */
function orderingOf(shape: CardShape, name: string): number {
  const options = Object.entries(shape.card?.inputs ?? {}).filter(([, field]) => field.option === true);
  return options.findIndex(([option]) => option === name);
}

/** A fixed field, retyped where the author said so. */
export function retypedDraft(name: string, field: Field, card: CardModel): PortDraft {
  const draft = fieldDraft(name, field);
  const type = card.retyped[name];
  if (type === undefined) return draft;
  // A retyped output begins with the new type's empty value.
  const { data: _dropped, ...rest } = draft;
  return { ...rest, type, label: type.label ?? draft.label };
}

/** One of many values under the author's keys, in a group of the card's. */
export function manyDraft(
  flow: FlowContext,
  shape: CardShape,
  card: CardModel,
  field: Field,
  key: string,
  value: ValueModel,
): PortDraft {
  const ofValue = typeOfValue(value);
  if (field.group === 'auth') {
    const port = { group: 'auth', key, type: ofValue, value: null, metadata: { transient: true } };
    return { ...connectionDraft(port, flow.model.connector), full: true };
  }
  const ofField = field.type === 'any' ? ofValue : { type: field.type, list: field.list };
  const type = columnType(card, key) ?? ofField;
  const draft: PortDraft = { group: field.group ?? null, key, type, full: true };
  if (shape.kernel) return { ...draft, available: field.type === 'any' ? anyType : [wireName(field.type)] };
  return { ...draft, available: [wireName(type.type)], metadata: { optional: false } };
}

/** An input of the author's own, or of a dialog. @param allowed What the card lets the author add. */
export function moreDraft(
  flow: FlowContext,
  card: CardModel,
  port: PortModel,
  allowed: Field | undefined,
): PortDraft {
  const draft = portDraft(flow, card, port);
  // Fields that a callee's inputs brought are not the author's to retype.
  if (port.metadata?.transient === true || port.binding !== undefined) return { ...draft, available: [] };
  if (allowed === undefined || allowed.type === 'any' || draft.custom !== true) return draft;
  return { ...draft, available: [wireName(allowed.type)] };
}

/** A field that is not one of the card's fixed ones. */
export function portDraft(flow: FlowContext, card: CardModel, port: PortModel): PortDraft {
  const full = !hasPlainPorts(card);
  const { connector } = flow.model;
  if (port.group === 'auth') return { ...connectionDraft(port, connector), full };
  if (card.action !== null)
    return actionInputDraft(card.action, port, flow.around.bindingOf(connectorOf(card.action)));
  const draft: PortDraft = { ...authorDraft(port), full };
  if (connector !== null && card.marker !== null) {
    const binding = flow.around.bindingOf(connector);
    const marked =
      port.group === null ? { ...draft, available: markedTypes } : dialogDraft(flow.model, port, binding);
    return { ...(marked ?? { ...draft, custom: false, available: markedTypes }), full };
  }
  // What an event says, and what the platform says of a run, is not the author's.
  if (port.group === 'Output' || port.group === 'context')
    return { ...draft, custom: false, data: null, available: [] };
  // Fields in a group are the card's, not the author's: a row's columns, a user's profile. What a caller sends is.
  return port.group === null || outside.includes(card.card)
    ? draft
    : { ...draft, custom: false, available: [wireName(port.type.type)] };
}

/** Triggers that something outside the org calls. */
const outside = ['http:accept', 'http:delegated'];

/** Whether a card's own ports go without `proxy` and `check`: triggers, and the end of an action. */
function hasPlainPorts(card: CardModel): boolean {
  if (card.marker === 'connector_authping') return false;
  return [...outside, 'control:callable'].includes(card.card) || card.marker === 'connector_return';
}

/** A field of the author's own. */
export function authorDraft(port: PortModel): PortDraft {
  return {
    group: port.group,
    key: port.key,
    type: port.type,
    label: port.label,
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

/** A table's card: a column has the type the table says. */
function columnType(card: CardModel, key: string): ModelType | undefined {
  for (const value of Object.values(card.inputs)) {
    const column = value.kind === 'table' ? value.table.columns.find((each) => each.name === key) : undefined;
    if (column !== undefined) return { type: column.type, list: false };
  }
  return undefined;
}

function typeOfValue(value: ValueModel): ModelType {
  if (value.kind === 'from') return value.from.wanted ?? value.from.type;
  return value.kind === 'constant' ? typeOfConstant(value.value) : { type: 'object', list: false };
}
