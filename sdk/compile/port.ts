/** Ports: the inputs and outputs of a card in the file, made from its description and what the author gave. */

import type {
  Json,
  JsonObject,
  ModelType,
  WireInlineFlow,
  WireInput,
  WireOutput,
  WireProxy,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import type { Field } from '../cards/field';
import { typeOfConstant, typeOfField } from '../cards/model-type';
import { anyType, emptyValue, wireName, wireType } from './value-type';

/** What a port is to be; the rest follows from it. */
export interface PortDraft {
  group: string | null;
  key: string;
  type: ModelType;
  /** Overrides the type's spelling: the connection's parameters, an output's known fields. */
  wireType?: WireType;
  label?: string | undefined;
  required?: boolean;
  /** The constant; the type's empty value when absent. */
  data?: Json | WireInlineFlow;
  /** One of the author's own fields, not one of the card's. */
  custom?: boolean;
  /** Written in full, as connector cards' and added fields are. */
  full?: boolean;
  available?: Json[];
  metadata?: JsonObject;
  proxy?: WireProxy;
  option?: boolean;
  /** Without a place in the designer's order: what hidden cards have. */
  unordered?: boolean;
}

/** A fixed field of a card as a draft. */
export function fieldDraft(name: string, field: Field): PortDraft {
  return {
    group: field.group ?? (field.option === true ? 'parameters' : null),
    key: field.key ?? name,
    type: startType(field),
    label: field.label,
    required: field.required ?? false,
    ...(field.default === undefined ? {} : { data: field.default }),
    available: availableOf(field),
    metadata: {
      ...(field.choices === undefined ? {} : { choices: field.choices.map(choiceJson) }),
      ...(field.hidden === true ? { hidden: true, forceHide: true } : {}),
      ...field.metadata,
    },
    option: field.option ?? false,
  };
}

/** A field that takes several types begins with that of its default, or else with the first one. */
function startType(field: Field): ModelType {
  if (field.type !== 'any') return typeOfField(field);
  const { default: given, types, list } = field;
  if (given !== undefined && given !== null && given !== '') return { ...typeOfConstant(given), list };
  return { type: typeof types === 'object' ? (types[0] ?? 'any') : 'any', list };
}

function choiceJson(choice: string | { value: string; label: string }): Json {
  return typeof choice === 'string' ? choice : { value: choice.value, label: choice.label };
}

function availableOf(field: Field): Json[] {
  if (field.types === undefined) return [];
  if (field.types === '*') return ['*'];
  return field.types.map((type) => wireName(type));
}

/** Makes an input. Key order as real exports have it (flopack-format §4.2). */
export function makeInput(id: string, index: number, draft: PortDraft): WireInput {
  return {
    id,
    group: draft.group,
    key: draft.key,
    value: {
      error: false,
      ...(draft.full === true ? { proxy: draft.proxy ?? (false as const), check: false } : {}),
      type: draft.wireType ?? wireType(draft.type),
      collection: draft.type.list,
      data: draft.data === undefined ? emptyValue(draft.type) : draft.data,
      available: draft.available ?? (draft.custom === true ? anyType : []),
    },
    required: draft.required ?? false,
    ref: false,
    metadata: metadataOf(index, draft),
    flags: draft.option === true ? 'p' : 'd',
  };
}

/** Makes an output. */
export function makeOutput(id: string, index: number, draft: PortDraft): WireOutput {
  return {
    id,
    group: draft.group,
    key: draft.key,
    value: {
      error: false,
      type: draft.wireType ?? wireType(draft.type),
      collection: draft.type.list,
      data: draft.data === undefined ? emptyValue(draft.type) : draft.data,
      available: draft.available ?? (draft.custom === true ? anyType : []),
    },
    ref: draft.type.list,
    metadata: metadataOf(index, draft),
  };
}

function metadataOf(index: number, draft: PortDraft): JsonObject {
  const place: JsonObject = draft.unordered === true ? {} : { index };
  const label: JsonObject =
    draft.label === undefined || draft.label === draft.key ? {} : { displayname: draft.label };
  // Options carry their label always: the dialog has nothing else to show.
  const shown: JsonObject =
    draft.option === true && draft.label !== undefined ? { displayname: draft.label } : label;
  const custom: JsonObject = draft.custom === true ? { custom: true } : {};
  return { ...place, ...custom, ...shown, ...draft.metadata };
}
