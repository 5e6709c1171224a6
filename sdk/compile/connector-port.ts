/** Ports and dialogs of a connector's flows, in Connector Builder's encoding (flopack-format §9). */

import type {
  ActionModel,
  BindingModel,
  ConnectorModel,
  DialogFieldModel,
  DialogGroupModel,
  FlowModel,
  JsonObject,
  PortModel,
  SourceModel,
  WireMetaField,
  WireMetaGroup,
  WireMethodMeta,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import { shortIdFrom } from '../pack/ids';
import { fieldKey, methodKey } from './binding';
import type { PortDraft } from './port';
import { wireName, wireType } from './value-type';

type Side = 'options' | 'inputs' | 'outputs';

/** The connection: on triggers with empty parameters, on calls to hand it on. */
export function connectionDraft(port: PortModel, connector: ConnectorModel | null): PortDraft {
  const passed = port.metadata?.transient === true;
  const parameters = connector?.auth.parameters ?? [];
  return {
    group: 'auth',
    key: 'blob',
    type: { type: 'object', list: false },
    wireType: connector === null ? wireType(port.type) : connectionType(connector),
    label: 'Connection',
    data: passed ? {} : Object.fromEntries(parameters.map((each) => [each.key, ''])),
    full: true,
    available: passed ? [] : ['object'],
    metadata: { ...(connector === null ? {} : { authSchema: authSchema(connector) }), ...port.metadata },
  };
}

/** A parameter's type carries its label; secrets are texts like the others (the three real flows). */
function connectionType(connector: ConnectorModel): WireType {
  const parameters = connector.auth.parameters.map((each, index) => [
    each.key,
    {
      type: 'string',
      collection: false,
      available: ['string'],
      required: false,
      metadata: { displayname: each.label, custom: true, index },
    },
  ]);
  return Object.fromEntries(parameters);
}

/** The parameters as the New Connection dialog has them; a Password is never shown again. */
export function authSchema(connector: ConnectorModel): JsonObject {
  const parameters = connector.auth.parameters.map((each, index) => [
    each.key,
    {
      type: each.secret ? 'password' : 'string',
      index,
      hidden: false,
      displayname: each.label,
      isProtected: false,
    },
  ]);
  return { type: connector.auth.type, __version: 3, authparams: Object.fromEntries(parameters) };
}

/** A field of a dialog as a port of the action's trigger or end, or of its card; undefined for another port. */
export function dialogDraft(
  flow: FlowModel,
  port: PortModel,
  binding: BindingModel,
  names: string[],
): PortDraft | undefined {
  const { connector, dialog } = flow;
  if (connector === null || dialog === null) return undefined;
  if (port.group === 'selectedOutputs') {
    return {
      group: port.group,
      key: port.key,
      type: port.type,
      full: true,
      available: ['object'],
      label: port.label,
      metadata: { groupKey: 'selectedOutputs', displayname: port.key },
    };
  }
  const found = findField(dialog[sideOf(flow, port)], port.key);
  if (found === undefined) return undefined;
  const { group, field } = found;
  const key = fieldKey(binding, connector, flow.name, sideOf(flow, port), group.name, field);
  const onCard = names.length > 0 && port.metadata?.required !== undefined;
  const option = port.group === 'parameters';
  const metadata: JsonObject = onCard
    ? { ...(option ? optionMetadata(field) : {}), optional: !field.required }
    : { groupKey: groupId(flow, sideOf(flow, port), group), displayname: field.label };
  return {
    group: port.group,
    key,
    type: field.type,
    label: field.label,
    full: true,
    option,
    required: onCard && field.required,
    available: [wireName(field.type.type)],
    metadata,
  };
}

function optionMetadata(field: DialogFieldModel): JsonObject {
  return {
    type: 'list',
    choices: field.choices.map(({ value, label }) => ({ value, label })),
    dependencies: [],
  };
}

/** An output that a flow takes from an action's card. */
export function actionOutputDraft(
  action: ActionModel,
  source: SourceModel,
  binding: BindingModel,
): PortDraft | undefined {
  const found = findField(action.dialog.outputs, source.key);
  if (found === undefined || action.connector === null) return undefined;
  const { group, field } = found;
  return {
    group: group.title,
    key: fieldKey(binding, action.connector, action.name, 'outputs', group.name, field),
    type: field.type,
    label: field.label,
    available: [wireName(field.type.type)],
  };
}

function findField(
  groups: DialogGroupModel[],
  path: string,
): { group: DialogGroupModel; field: DialogFieldModel } | undefined {
  for (const group of groups) {
    const field = group.fields.find((each) => `${group.name}/${each.name}` === path);
    if (field !== undefined) return { group, field };
  }
  return undefined;
}

/** Which dialog a port's field stands in: triggers and ends say it by their group, cards by their headings. */
function sideOf(flow: FlowModel, port: PortModel): Side {
  if (port.group === 'Options' || port.group === 'parameters') return 'options';
  if (port.group === 'Outputs' && findField(flow.dialog?.outputs ?? [], port.key) !== undefined)
    return 'outputs';
  return 'inputs';
}

function groupId(flow: FlowModel, side: Side, group: DialogGroupModel): string {
  return shortIdFrom(10, 'dialog', flow.connector?.name ?? '', flow.name, side, group.name);
}

/** What the dialogs of a connector's flow hold. */
export function methodMeta(flow: FlowModel, binding: BindingModel): WireMethodMeta {
  const { connector, dialog } = flow;
  if (connector === null) return { inputs: {}, outputs: {}, options: {} };
  const side = (name: Side) => {
    const groups = dialog?.[name] ?? [];
    return groups.length === 0
      ? {}
      : { groups: groups.map((group) => metaGroup(flow, connector, binding, name, group)) };
  };
  return {
    inputs: side('inputs'),
    outputs: side('outputs'),
    options: side('options'),
    methodkey: methodKey(binding, connector, flow.name),
  };
}

function metaGroup(
  flow: FlowModel,
  connector: ConnectorModel,
  binding: BindingModel,
  side: Side,
  group: DialogGroupModel,
): WireMetaGroup {
  return {
    id: groupId(flow, side, group),
    type: 'static',
    group_name: group.title,
    fields: group.fields.map((field): WireMetaField => {
      const _key = fieldKey(binding, connector, flow.name, side, group.name, field);
      if (side === 'options') {
        return {
          data_type: 'static',
          label: field.label,
          required: field.required,
          _key,
          collection: false,
          static_options: field.choices.map(({ value, label }) => ({
            default: value === field.default,
            option: label,
            value,
          })),
        };
      }
      const list = field.type.list ? { collection: true } : {};
      const shape =
        field.type.type === 'object' && side === 'outputs' ? { objectShape: [], extensible: true } : {};
      const required = side === 'inputs' ? { required: field.required } : {};
      return { data_type: dataType(field), label: field.label, ...required, _key, ...list, ...shape };
    }),
  };
}

function dataType(field: DialogFieldModel): WireMetaField['data_type'] {
  switch (field.type.type) {
    case 'number':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'object':
      return 'object';
    default:
      return 'string';
  }
}
