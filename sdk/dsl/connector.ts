/** Connectors: their helpers, their health check, and the list of everything they have. */

import type { ActionModel, ConnectorModel, FlowModel, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { Field, Fields } from '../cards/field';
import { type Auth, connectionPort, connectionRef } from './auth';
import {
  type Answers,
  flowModel,
  formalPorts,
  type HelperFlow,
  lazyFlow,
  placeTrigger,
  returnAnswers,
} from './flow';
import { inBlock, place } from './record';
import { type Ref, type RefsOf, refsTo, type Value, valueModel } from './ref';

/** A helper flow of a connector: it takes the connection beside its inputs. */
export function connectorHelper<C, const I extends Fields, const O extends Fields>(options: {
  auth: { connection: Field<C> };
  name: string;
  description: string;
  inputs: I;
  outputs: O;
  body(inputs: RefsOf<I> & { connection: Ref<C> }): Answers<O>;
}): HelperFlow<I, O, C> {
  const { auth, inputs, outputs, name } = options;
  return lazyFlow('connector helper', { ...options, saveData: false }, auth.connection, () => {
    const ports = [connectionPort(auth.connection), ...formalPorts(inputs)];
    const trigger = placeTrigger('Helper Flow', ports, { marker: 'connector_child_flo', shows: [] });
    const connection = connectionRef(trigger, auth.connection);
    const end = returnAnswers(name, outputs, options.body({ ...refsTo(trigger, inputs), connection }));
    if (end !== null) end.marker = 'connector_child_flo_return';
  });
}

/** `_authping`: the health check the platform runs on a connection. Takes the connection alone. */
export function authping<C>(options: {
  auth: { connection: Field<C> };
  description: string;
  body(connection: Ref<C>): { working: Value<boolean>; serviceResponse: Value<JsonObject> };
}): { readonly model: FlowModel } {
  const { connection } = options.auth;
  const { block } = inBlock(() => {
    const trigger = placeTrigger('Connector Authping', [connectionPort(connection)], {
      marker: 'connector_authping',
      shows: [],
    });
    const { working, serviceResponse } = options.body(connectionRef(trigger, connection));
    const output = (key: string, type: 'flag' | 'object', value: unknown) => ({
      group: 'output',
      key,
      type: { type, list: false },
      value: valueModel(value),
    });
    place({
      card: 'control:return',
      title: 'Return Status',
      marker: 'connector_authping_return',
      more: [output('working', 'flag', working), output('serviceResponse', 'object', serviceResponse)],
    });
  });
  const about = { name: '_authping', description: options.description, saveData: false };
  return { model: { ...flowModel('connector authping', about, {}, {}), body: block } };
}

/** Actions by their author's names, whatever their fields. */
type Actions = Record<string, { readonly model: ActionModel; readonly card: (...given: never[]) => unknown }>;

/** A connector put together; its actions are cards under their author's names. */
export type Connector<A extends Actions = Actions> = {
  readonly model: ConnectorModel;
} & { readonly [K in keyof A]: A[K]['card'] };

/** Puts a connector together: the list of everything it has. */
export function connector<const A extends Actions>(options: {
  name: string;
  description: string;
  settings: ConnectorModel['settings'];
  auth: Auth;
  /** Helpers, `_authping` and the like, in upload order. */
  helpers: readonly { model: FlowModel }[];
  system: readonly { model: FlowModel }[];
  actions: A;
}): Connector<A> {
  const model: ConnectorModel = {
    name: options.name,
    description: options.description,
    settings: options.settings,
    auth: options.auth.model,
    helpers: options.helpers.map((each) => each.model),
    system: options.system.map((each) => each.model),
    actions: Object.values(options.actions).map((each) => each.model),
  };
  const flows = [...model.helpers, ...model.system, ...model.actions.map((each) => each.flow)];
  for (const flow of flows) flow.connector = model;
  for (const each of model.actions) each.connector = model;
  const cards = Object.entries(options.actions).map(([name, each]) => [name, each.card]);
  // Each action's card under the action's own name: what Connector<A> lists.
  return { ...Object.fromEntries(cards), model } as Connector<A>;
}
