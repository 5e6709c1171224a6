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
import { connectorOf, fieldKey, methodKey } from './binding';
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

/** A field of a dialog as a port of the action's trigger or end; undefined for a port that is none. */
export function dialogDraft(flow: FlowModel, port: PortModel, binding: BindingModel): PortDraft | undefined {
  const { connector, dialog } = flow;
  if (connector === null || dialog === null || port.group === null) return undefined;
  if (port.group === 'selectedOutputs') {
    return {
      group: port.group,
      key: port.key,
      type: port.type,
      available: ['object'],
      label: port.label,
      metadata: { groupKey: 'selectedOutputs', displayname: port.key },
    };
  }
  const side = sides[port.group];
  if (side === undefined) return undefined;
  const { group, field } = findField(dialog[side], port.key);
  return {
    group: port.group,
    key: fieldKey(binding, connector, flow.name, side, group.name, field),
    type: field.type,
    label: field.label,
    full: true,
    available: [wireName(field.type.type)],
    metadata: { groupKey: groupId(flow, side, group), displayname: field.label },
  };
}

/** The groups of the ports of an action's trigger and end. */
const sides: Record<string, Side> = { Options: 'options', Inputs: 'inputs', Outputs: 'outputs' };

/** A field of a dialog as an input of the action's card. */
export function actionInputDraft(action: ActionModel, port: PortModel, binding: BindingModel): PortDraft {
  const option = port.group === 'parameters';
  const side = option ? 'options' : 'inputs';
  const { group, field } = findField(action.dialog[side], port.key);
  const choices = field.choices.map(({ value, label }) => ({ value, label }));
  return {
    group: port.group,
    key: fieldKey(binding, connectorOf(action), action.name, side, group.name, field),
    type: field.type,
    label: field.label,
    full: true,
    option,
    required: field.required,
    available: [wireName(field.type.type)],
    metadata: {
      ...(option ? { type: 'list', choices, dependencies: [] } : {}),
      optional: !field.required,
    },
  };
}

/** An output that a flow takes from an action's card. */
export function actionOutputDraft(
  action: ActionModel,
  source: SourceModel,
  binding: BindingModel,
): PortDraft {
  const { group, field } = findField(action.dialog.outputs, source.key);
  return {
    group: group.title,
    key: fieldKey(binding, connectorOf(action), action.name, 'outputs', group.name, field),
    type: field.type,
    label: field.label,
    available: [wireName(field.type.type)],
  };
}

/** The field that the model calls `<group>/<field>`. */
function findField(
  groups: DialogGroupModel[],
  path: string,
): { group: DialogGroupModel; field: DialogFieldModel } {
  for (const group of groups) {
    const field = group.fields.find((each) => `${group.name}/${each.name}` === path);
    if (field !== undefined) return { group, field };
  }
  throw new TypeError(`No dialog has a field "${path}".`);
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
