/** The keys of a connector of ours: those a tenant gave it, or for the local org keys made from names. */

import type { ActionModel, BindingModel, ConnectorModel } from '@okta/workflows-connector-sdk-types';
import { shortIdFrom, suffixFrom } from '../pack/ids';
import { CompileError } from './problem';

/** The version a connector has in the local org, in the form deployed ones have. */
const LOCAL_VERSION = '0.1.0';

/** The binding of a connector that no tenant has deployed yet: every key made from the author's names. */
export function localBinding(connector: ConnectorModel): BindingModel {
  const slug = connector.name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  // Slug, underscore, 32 hex digits: the form of an org's own connectors (flopack-format §8.6).
  const digits = Buffer.from(shortIdFrom(16, 'connector', connector.name)).toString('hex');
  return { key: `${slug}_${digits}`, version: LOCAL_VERSION, methods: {}, fields: {} };
}

/** `getUserByEmail_` and ten characters. */
export function methodKey(binding: BindingModel, connector: ConnectorModel, flowName: string): string {
  return (
    binding.methods[flowName] ??
    `${camelCase(flowName)}_${shortIdFrom(10, 'method', connector.name, flowName)}`
  );
}

/** `user_id_` and six of `[A-Z0-9]`. */
export function fieldKey(
  binding: BindingModel,
  connector: ConnectorModel,
  flowName: string,
  side: 'options' | 'inputs' | 'outputs',
  group: string,
  field: { name: string; label: string },
): string {
  const path = `${flowName}/${side}/${group}/${field.name}`;
  return binding.fields[path] ?? `${snakeCase(field.label)}_${suffixFrom(connector.name, path)}`;
}

/** The connector of an action. Fails with a CompileError for an action that no connector lists. */
export function connectorOf(action: ActionModel): ConnectorModel {
  if (action.connector !== null) return action.connector;
  throw new CompileError([
    {
      where: [action.name],
      message: `Action "${action.name}" belongs to no connector.`,
      hint: 'List it in the actions of connector().',
    },
  ]);
}

function camelCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word, index) =>
      index === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
}

function snakeCase(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
