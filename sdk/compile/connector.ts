/** A connector of the model as files: one per flow in upload order, one with all of them, and its definition. */

import type {
  BindingModel,
  ConnectorModel,
  FlowModel,
  JsonObject,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import { uuidFrom } from '../pack/ids';
import { fieldKey, localBinding, methodKey } from './binding';
import { authSchema } from './connector-port';
import { compileFlow } from './flow';
import { envelope, flowIdIn, singleFlow } from './pack';
import { CompileError, type Problem } from './problem';

/** What a connector becomes. */
export interface CompiledConnector {
  /** All flows, no stubs. */
  folder: WirePack;
  /** One file a flow, in upload order; a called helper is a stub. */
  flows: { name: string; pack: WirePack }[];
  /** `connector.json`. */
  definition: JsonObject;
}

/** Every flow of a connector in upload order: what is called comes before what calls it. */
export function connectorFlows(connector: ConnectorModel): FlowModel[] {
  return [...connector.helpers, ...connector.system, ...connector.actions.map((each) => each.flow)];
}

/**
 * Compiles a connector.
 * @throws CompileError with every problem of every flow.
 */
export function compileConnector(
  connector: ConnectorModel,
  binding: BindingModel = localBinding(connector),
): CompiledConnector {
  const problems: Problem[] = [];
  const folder = uuidFrom(connector.name, 'folder');
  const flows = connectorFlows(connector);
  const compiled = flows.map((flow) =>
    compileFlow(flow, flowIdIn(connector.name, flow), {
      names: [connector.name, flow.name],
      folder,
      flowId: (called) => (flows.includes(called) ? flowIdIn(connector.name, called) : undefined),
      tableId: () => undefined,
      connectionId: () => null,
      bindingOf: (each) => (each === connector ? binding : localBinding(each)),
      problems,
    }),
  );
  if (problems.length > 0) throw new CompileError(problems);
  const all = envelope(compiled, folder, connector.name, connector.description, { configs: {}, tables: {} });
  return {
    folder: all,
    flows: compiled.map((flow) => ({ name: flow.name, pack: singleFlow(all, flow.id) })),
    definition: definitionOf(connector, binding),
  };
}

/** The definition: what a person enters in Connector Builder, as data. */
function definitionOf(connector: ConnectorModel, binding: BindingModel): JsonObject {
  return {
    name: connector.name,
    description: connector.description,
    key: binding.key,
    version: binding.version,
    settings: { ...connector.settings },
    authentication: {
      name: connector.auth.name,
      type: connector.auth.type,
      parameters: connector.auth.parameters.map(({ key, label, secret, help }) => ({
        key,
        label,
        type: secret ? 'password' : 'text',
        help,
      })),
      schema: authSchema(connector),
    },
    flows: connectorFlows(connector).map((flow) => ({
      name: flow.name,
      kind: flow.kind,
      description: flow.description,
      methodKey: methodKey(binding, connector, flow.name),
    })),
    actions: connector.actions.map((action) => ({
      name: action.name,
      description: action.description,
      methodKey: methodKey(binding, connector, action.name),
      scopes: action.scopes,
      limits: action.help.limits,
      options: groups(connector, binding, action.name, 'options', action.dialog.options),
      inputs: groups(connector, binding, action.name, 'inputs', action.dialog.inputs),
      outputs: groups(connector, binding, action.name, 'outputs', action.dialog.outputs),
      sample: action.sample,
    })),
  };
}

function groups(
  connector: ConnectorModel,
  binding: BindingModel,
  action: string,
  side: 'options' | 'inputs' | 'outputs',
  dialog: ConnectorModel['actions'][number]['dialog']['inputs'],
): JsonObject[] {
  return dialog.map((group) => ({
    name: group.title,
    fields: group.fields.map((field) => ({
      key: fieldKey(binding, connector, action, side, group.name, field),
      label: field.label,
      type: field.type.type,
      list: field.type.list,
      required: field.required,
      ...(field.choices.length === 0
        ? {}
        : { choices: field.choices.map(({ value, label }) => ({ value, label })) }),
      ...(field.default === null ? {} : { default: field.default }),
      ...(field.help === '' ? {} : { help: field.help }),
    })),
  }));
}
