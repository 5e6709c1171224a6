/** Connectors: authentication, system flows, helpers and actions; and the typed cards that flows get from them. */

import type {
  ActionModel,
  AuthModel,
  CardModel,
  ConnectorModel,
  DialogGroupModel,
  DialogModel,
  FlowModel,
  Json,
  JsonObject,
  PortModel,
} from '@okta/workflows-connector-sdk-types';
import {
  type Field,
  type Fields,
  field,
  type RequiredNames,
  type ValueOf,
  type ValuesOf,
} from '../cards/field';
import { typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import {
  type Answers,
  flowModel,
  type HelperFlow,
  inputRefs,
  lazily,
  placeTrigger,
  returnAnswers,
} from './flow';
import { blankCard, inBlock, place } from './record';
import { type Ref, type RefsOf, refTo, type Value, valueModel } from './ref';

/** Fields under one heading of a card. */
export interface Group<F extends Fields = Fields> {
  readonly title: string;
  readonly fields: F;
}
export type Groups = Readonly<Record<string, Group>>;

/** Makes a group: its heading in the designer, and its fields. */
export function group<const F extends Fields>(title: string, fields: F): Group<F> {
  return { title, fields };
}

/** What a user enters when they make a connection. Every parameter is required (Connector Builder 2.6). */
export interface Auth<P extends Fields = Fields> {
  readonly model: AuthModel;
  readonly connection: Field<ValuesOf<P>>;
}

/** Custom authentication: the parameters of the New Connection dialog, in order; secret ones are of type Password. */
export function customAuth<const P extends Fields>(name: string, parameters: P): Auth<P> {
  return {
    model: {
      type: 'custom',
      name,
      parameters: Object.entries(parameters).map(([key, each]) => ({
        key,
        label: each.label ?? key,
        secret: each.secret ?? false,
        help: each.help ?? '',
      })),
    },
    connection: field.record('Connection', parameters),
  };
}

type GroupRefs<G extends Groups> = { readonly [K in keyof G]: RefsOf<G[K]['fields']> };
type GroupAnswers<G extends Groups> = { [K in keyof G]: Partial<Answers<G[K]['fields']>> };
type GroupInputs<F extends Fields> = { [K in RequiredNames<F>]: Value<ValueOf<F[K]>> } & {
  [K in Exclude<keyof F, RequiredNames<F>>]?: Value<ValueOf<F[K]>>;
};
type NamesWithRequired<G extends Groups> = {
  [K in keyof G]: [RequiredNames<G[K]['fields']>] extends [never] ? never : K;
}[keyof G];
/** What a flow gives an action's card: its options, and its inputs by group. */
export type ActionInputs<S extends Fields, I extends Groups> = ([RequiredNames<S>] extends [never]
  ? { options?: GroupInputs<S> }
  : { options: GroupInputs<S> }) & { [K in NamesWithRequired<I>]: GroupInputs<I[K]['fields']> } & {
  [K in Exclude<keyof I, NamesWithRequired<I>>]?: GroupInputs<I[K]['fields']>;
};

/** The card of an action, as flows place it. */
export type ActionCard<S extends Fields, I extends Groups, O extends Groups> = (
  inputs: ActionInputs<S, I>,
  options?: { title?: string; note?: string },
) => GroupRefs<O>;

export interface Action<S extends Fields = Fields, I extends Groups = Groups, O extends Groups = Groups> {
  readonly model: ActionModel;
  readonly card: ActionCard<S, I, O>;
}

/** An action: what its dialog asks, what its flow does, what its help page says. One file each. */
export function action<
  C,
  const S extends Fields = Record<never, never>,
  const I extends Groups = Groups,
  const O extends Groups = Groups,
>(options: {
  auth: { connection: Field<C> };
  name: string;
  /** One sentence, starting with a verb. */
  description: string;
  /** Chosen in the card's dialog. */
  options?: S;
  inputs: I;
  outputs: O;
  /** Auth0 scopes it needs. */
  scopes: readonly string[];
  help: { limits: readonly string[] };
  /** An example of its inputs and of what it gives. */
  sample: {
    options?: Partial<ValuesOf<S>>;
    inputs: { [K in keyof I]?: Partial<ValuesOf<I[K]['fields']>> };
    outputs: { [K in keyof O]: Partial<ValuesOf<O[K]['fields']>> };
  };
  body(given: { connection: Ref<C>; options: RefsOf<S>; inputs: GroupRefs<I> }): GroupAnswers<O>;
}): Action<S, I, O> {
  const settings: Fields = options.options ?? {};
  const dialog: DialogModel = {
    options:
      Object.keys(settings).length === 0
        ? []
        : [dialogGroup('Options', { title: 'Options', fields: settings })],
    inputs: Object.entries(options.inputs).map(([name, each]) => dialogGroup(name, each)),
    outputs: Object.entries(options.outputs).map(([name, each]) => dialogGroup(name, each)),
  };
  const { block } = inBlock(() => {
    const trigger = placeTrigger({}, 'Connector Action', 'connector_action', [
      connectionPort(options.auth.connection),
      ...dialog.options.flatMap((each) => dialogPorts('Options', each)),
      ...dialog.inputs.flatMap((each) => dialogPorts('Inputs', each)),
      ...dialog.outputs.map((each) => selectedOutputs(each)),
    ]);
    const answers = options.body({
      connection: connectionRef(trigger, options.auth.connection),
      options: portRefs(trigger, 'Options', dialog.options[0], settings) as RefsOf<S>, // one per option
      inputs: Object.fromEntries(
        dialog.inputs.map((each) => [
          each.name,
          portRefs(trigger, 'Inputs', each, options.inputs[each.name]?.fields ?? {}),
        ]),
      ) as GroupRefs<I>, // one per group and field
    });
    placeReturnOutputs(dialog, answers);
  });
  const flow: FlowModel = {
    ...flowModel('connector action', { ...options, saveData: false }, {}, {}),
    body: block,
  };
  flow.dialog = dialog;
  const model: ActionModel = {
    name: options.name,
    description: options.description,
    scopes: [...options.scopes],
    help: { limits: [...options.help.limits] },
    // A sample's values are those of its fields, which are JSON.
    sample: {
      inputs: { ...options.sample.options, ...options.sample.inputs } as JsonObject,
      outputs: options.sample.outputs as unknown as JsonObject,
    },
    dialog,
    flow,
    connector: null,
  };
  return {
    model,
    card: (inputs, cardOptions) => placeAction(model, inputs, cardOptions ?? {}, options.outputs),
  };
}

/** A helper flow of a connector: it takes the connection beside its inputs. */
export function connectorHelper<C, const I extends Fields, const O extends Fields>(options: {
  auth: { connection: Field<C> };
  name: string;
  description: string;
  inputs: I;
  outputs: O;
  body(inputs: RefsOf<I> & { connection: Ref<C> }): Answers<O>;
}): HelperFlow<I, O, C> {
  const model = lazily(
    flowModel('connector helper', { ...options, saveData: false }, options.inputs, options.outputs),
    () => {
      const trigger = placeTrigger(options.inputs, 'Helper Flow', 'connector_child_flo', [
        connectionPort(options.auth.connection),
      ]);
      const connection = connectionRef(trigger, options.auth.connection);
      const answers = options.body({ ...inputRefs(trigger, options.inputs), connection });
      const end = returnAnswers(options.name, options.outputs, answers);
      if (end !== null) end.marker = 'connector_child_flo_return';
    },
  );
  return {
    get model() {
      return model();
    },
    inputs: options.inputs,
    outputs: options.outputs,
    connection: options.auth.connection,
  };
}

/** `_authping`: the health check the platform runs on a connection. Takes the connection alone. */
export function authping<C>(options: {
  auth: { connection: Field<C> };
  description: string;
  body(connection: Ref<C>): { working: Value<boolean>; serviceResponse: Value<JsonObject> };
}): { readonly model: FlowModel } {
  const { block } = inBlock(() => {
    const trigger = placeTrigger({}, 'Connector Authping', 'connector_authping', [
      connectionPort(options.auth.connection),
    ]);
    const { working, serviceResponse } = options.body(connectionRef(trigger, options.auth.connection));
    place({
      ...blankCard,
      card: 'control:return',
      title: 'Return Status',
      marker: 'connector_authping_return',
      more: [
        { group: 'output', key: 'working', type: { type: 'flag', list: false }, value: valueModel(working) },
        {
          group: 'output',
          key: 'serviceResponse',
          type: { type: 'object', list: false },
          value: valueModel(serviceResponse),
        },
      ],
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
  const cards = Object.fromEntries(Object.entries(options.actions).map(([name, each]) => [name, each.card]));
  // Each action's card under the action's own name: what Connector<A> lists.
  return { ...cards, model } as Connector<A>;
}

function dialogGroup(name: string, each: Group): DialogGroupModel {
  return {
    name,
    title: each.title,
    fields: Object.entries(each.fields).map(([fieldName, one]) => ({
      name: fieldName,
      label: one.label ?? fieldName,
      type: typeOfField(one),
      required: one.required ?? false,
      help: one.help ?? '',
      choices: (one.choices ?? []).map((choice) =>
        typeof choice === 'string' ? { value: choice, label: choice } : choice,
      ),
      default: one.default ?? null,
    })),
  };
}

/** A dialog's fields as ports of the trigger or the end; their keys get their suffixes in the compiler. */
function dialogPorts(side: string, each: DialogGroupModel): PortModel[] {
  return each.fields.map((one) => ({
    group: side,
    key: dialogKey(each.name, one.name),
    label: one.label,
    type: one.type,
    value: null,
  }));
}

/** How the model names a dialog field until the compiler gives it its key. */
function dialogKey(groupName: string, fieldName: string): string {
  return `${groupName}/${fieldName}`;
}

function selectedOutputs(each: DialogGroupModel): PortModel {
  return {
    group: 'selectedOutputs',
    key: each.title,
    label: each.title,
    type: { type: 'object', list: false },
    value: null,
  };
}

function connectionPort(connection: Field): PortModel {
  return { group: 'auth', key: 'blob', label: 'Connection', type: typeOfField(connection), value: null };
}

function connectionRef<C>(trigger: CardModel, connection: Field<C>): Ref<C> {
  return refTo(
    { card: trigger, group: 'auth', key: 'blob', path: [], type: typeOfField(connection) },
    connection,
  ) as Ref<C>; // the field's own type
}

function portRefs(
  trigger: CardModel,
  side: string,
  each: DialogGroupModel | undefined,
  fields: Fields,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, one]) => [
      name,
      refTo(
        {
          card: trigger,
          group: side,
          key: dialogKey(each?.name ?? side, name),
          path: [],
          type: typeOfField(one),
        },
        one,
      ),
    ]),
  );
}

function placeReturnOutputs(dialog: DialogModel, answers: Record<string, Record<string, unknown>>): void {
  place({
    ...blankCard,
    card: 'control:return',
    title: 'Return Outputs',
    marker: 'connector_return',
    more: dialog.outputs.flatMap((each) =>
      dialogPorts('Outputs', each).map((port, index) => {
        const name = each.fields[index]?.name ?? '';
        const given = answers[each.name]?.[name];
        return { ...port, value: given === undefined ? null : valueModel(given) };
      }),
    ),
  });
}

/** Places an action's card in a flow of a pack. */
function placeAction<O extends Groups>(
  model: ActionModel,
  given: Record<string, unknown>,
  options: { title?: string; note?: string },
  outputs: O,
): GroupRefs<O> {
  const more: PortModel[] = [];
  const sides: [string, DialogGroupModel[]][] = [
    ['options', model.dialog.options],
    ['inputs', model.dialog.inputs],
  ];
  for (const [side, groups] of sides) {
    for (const each of groups) {
      // A card's inputs are given by group, its options together.
      const values = (side === 'options' ? given.options : given[each.name]) as
        | Record<string, unknown>
        | undefined;
      for (const one of each.fields) {
        const value = values?.[one.name] ?? (one.default as Json | undefined);
        more.push({
          group: side === 'options' ? 'parameters' : each.title,
          key: dialogKey(each.name, one.name),
          label: one.label,
          type: one.type,
          value: value === undefined || value === null ? null : valueModel(value),
          metadata: { required: one.required },
        });
      }
      const unknown = Object.keys(values ?? {}).find((name) => !each.fields.some((one) => one.name === name));
      if (unknown !== undefined)
        throw new AuthorError(`Card "${model.name}" has no field "${unknown}" in "${each.title}".`);
    }
  }
  const card = place({
    ...blankCard,
    card: `${model.name}`,
    action: model,
    title: options.title ?? model.name,
    note: options.note ?? model.description,
    more,
  });
  return Object.fromEntries(
    model.dialog.outputs.map((each) => [
      each.name,
      Object.fromEntries(
        Object.entries(outputs[each.name]?.fields ?? {}).map(([name, one]) => [
          name,
          refTo(
            { card, group: each.title, key: dialogKey(each.name, name), path: [], type: typeOfField(one) },
            one,
          ),
        ]),
      ),
    ]),
    // One reference per group and field: what GroupRefs<O> lists.
  ) as GroupRefs<O>;
}
