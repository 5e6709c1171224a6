/** Actions of a connector: the flow that does the work, and the typed card that flows get from it. */

import type {
  ActionModel,
  CardModel,
  DialogGroupModel,
  DialogModel,
  JsonObject,
  PolicyModel,
  PortModel,
} from '@okta/workflows-connector-sdk-types';
import type { Field, Fields, RequiredNames, ValueOf, ValuesOf } from '../cards/field';
import { connectionPort, connectionRef } from './auth';
import { AuthorError } from './author-error';
import { dialogGroup, dialogKey, dialogPorts, type GroupRefs, type Groups } from './dialog';
import { type Answers, flowModel, placeTrigger } from './flow';
import type { Said } from './hand';
import { inBlock, place } from './record';
import { type Ref, type RefsOf, refsTo, type Value, valueModel } from './ref';

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

/** What may be said of an action's card. */
export interface ActionSaid extends Said {
  /** How often and when it is tried again where the service's rate limit refused it; never when absent. */
  retry?: PolicyModel;
}

/** The card of an action, as flows place it. */
export type ActionCard<S extends Fields, I extends Groups, O extends Groups> = (
  inputs: ActionInputs<S, I>,
  options?: ActionSaid,
) => GroupRefs<O>;

/** An action, and the card that flows place. */
export interface Action<S extends Fields = Fields, I extends Groups = Groups, O extends Groups = Groups> {
  readonly model: ActionModel;
  readonly card: ActionCard<S, I, O>;
}

/** What an author says of an action. One file each. */
export interface ActionOptions<C, S extends Fields, I extends Groups, O extends Groups> {
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
}

/** An action: what its dialog asks, what its flow does, what its help page says. */
export function action<
  C,
  const S extends Fields = Record<never, never>,
  const I extends Groups = Groups,
  const O extends Groups = Groups,
>(options: ActionOptions<C, S, I, O>): Action<S, I, O> {
  const dialog = dialogOf(options);
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
    flow: {
      ...flowModel('connector action', { ...options, saveData: false }, {}, {}),
      body: inBlock(() => writeFlow(options, dialog)).block,
      dialog,
    },
    connector: null,
  };
  return {
    model,
    card: (inputs, said) => {
      const placed = placeAction(model, inputs, said ?? {});
      return groupRefs(placed, options.outputs, (title) => title);
    },
  };
}

function dialogOf({
  options = {},
  inputs,
  outputs,
}: {
  options?: Fields;
  inputs: Groups;
  outputs: Groups;
}): DialogModel {
  const groups = (all: Groups) => Object.entries(all).map(([name, each]) => dialogGroup(name, each));
  const none = Object.keys(options).length === 0;
  return {
    options: none ? [] : groups({ Options: { title: 'Options', fields: options } }),
    inputs: groups(inputs),
    outputs: groups(outputs),
  };
}

/** The action's flow: its trigger has every field of the dialog, its end every output. */
function writeFlow<C, S extends Fields, I extends Groups, O extends Groups>(
  options: ActionOptions<C, S, I, O>,
  dialog: DialogModel,
): void {
  const ports = [
    connectionPort(options.auth.connection),
    ...dialog.options.flatMap((each) => dialogPorts('Options', each)),
    ...dialog.inputs.flatMap((each) => dialogPorts('Inputs', each)),
    ...dialog.outputs.map(selectedOutputs),
  ];
  const trigger = placeTrigger('Connector Action', ports, { marker: 'connector_action', shows: [] });
  const settings = { Options: { title: 'Options', fields: options.options ?? {} } };
  const answers: Record<string, Record<string, unknown>> = options.body({
    connection: connectionRef(trigger, options.auth.connection),
    options: groupRefs(trigger, settings, () => 'Options').Options as RefsOf<S>, // one per option
    inputs: groupRefs(trigger, options.inputs, () => 'Inputs'),
  });
  refuseUnknown(`Action "${options.name}"`, 'output', dialog.outputs, answers);
  place({
    card: 'control:return',
    title: 'Return Outputs',
    marker: 'connector_return',
    more: dialog.outputs.flatMap((each) =>
      dialogPorts('Outputs', each).map((port, index) => {
        const given = answers[each.name]?.[each.fields[index]?.name ?? ''];
        return { ...port, value: given === undefined ? null : valueModel(given) };
      }),
    ),
  });
}

function selectedOutputs({ title }: DialogGroupModel): PortModel {
  return {
    group: 'selectedOutputs',
    key: title,
    label: title,
    type: { type: 'object', list: false },
    value: null,
  };
}

/** Places an action's card in a flow of a pack. */
function placeAction(model: ActionModel, given: Record<string, unknown>, said: ActionSaid): CardModel {
  const { options, ...inputs } = given as Record<string, Record<string, unknown>>; // as ActionInputs says
  const where = `Card "${model.name}"`;
  refuseUnknown(where, 'option', model.dialog.options, options === undefined ? {} : { Options: options });
  refuseUnknown(where, 'field', model.dialog.inputs, inputs);
  const ports = (side: string, group: DialogGroupModel, values: Record<string, unknown> | undefined) =>
    dialogPorts(side, group).map((port, index) => {
      const one = group.fields[index];
      const value = values?.[one?.name ?? ''] ?? one?.default ?? null;
      return { ...port, value: value === null ? null : valueModel(value) };
    });
  return place({
    card: model.name,
    action: model,
    title: said.title ?? model.name,
    note: said.note ?? model.description,
    policy: said.retry ?? null,
    more: [
      ...model.dialog.options.flatMap((each) => ports('parameters', each, options)),
      ...model.dialog.inputs.flatMap((each) => ports(each.title, each, inputs[each.name])),
    ],
  });
}

function refuseUnknown(
  where: string,
  what: string,
  groups: DialogGroupModel[],
  given: Record<string, object | undefined>,
): void {
  for (const [name, values] of Object.entries(given)) {
    const group = groups.find((each) => each.name === name);
    if (group === undefined) throw new AuthorError(`${where} has no ${what}s under "${name}".`);
    const unknown = Object.keys(values ?? {}).find((key) => !group.fields.some((one) => one.name === key));
    if (unknown !== undefined)
      throw new AuthorError(`${where} has no ${what} "${unknown}" in "${group.title}".`);
  }
}

/** The references to the fields of some groups on a card. @param side The group in which the card has them. */
function groupRefs<G extends Groups>(
  card: CardModel,
  groups: G,
  side: (title: string) => string,
): GroupRefs<G> {
  const refs = Object.entries(groups).map(([name, { title, fields }]) => [
    name,
    refsTo(card, fields, (key) => ({ group: side(title), key: dialogKey(name, key) })),
  ]);
  // One reference per group and field: what GroupRefs<G> lists.
  return Object.fromEntries(refs) as GroupRefs<G>;
}
