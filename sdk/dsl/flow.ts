/** Flows as an author writes them: helper flows, event flows, and calls from one to another. */

import type {
  CardModel,
  FlowKindModel,
  FlowModel,
  ModelType,
  PortModel,
} from '@okta/workflows-connector-sdk-types';
import type { Card } from '../cards/card';
import { callFlow as callFlowCard } from '../cards/control/call-flow';
import { helperFlow as triggerCard } from '../cards/control/helper-flow';
import { type Field, type Fields, field, type ValueOf } from '../cards/field';
import { forEachIgnoreErrors } from '../cards/list/for-each-ignore-errors';
import { typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { placeCard } from './build';
import { returnValues } from './control';
import { blankCard, inBlock, place } from './record';
import { keyOf, type Ref, type RefsOf, refTo, type Value, valueModel } from './ref';

/** A flow that other flows call. */
export interface HelperFlow<I extends Fields = Fields, O extends Fields = Fields, C = never> {
  readonly model: FlowModel;
  readonly inputs: I;
  readonly outputs: O;
  /** The connection a connector's helper takes; undefined for an ordinary flow. */
  readonly connection: Field<C> | undefined;
}

/** What a body gives back, by output. */
export type Answers<O extends Fields> = { [K in keyof O]: Value<ValueOf<O[K]>> };

export interface FlowOptions {
  name: string;
  /** What it does, in one or two sentences; shown in the designer. */
  description: string;
  /** "Save all data that passes through the flow"; false where a secret or a token passes (D17). */
  saveData?: boolean;
}

/** A helper flow: takes inputs, gives outputs, starts only when called. */
export function helperFlow<const I extends Fields, const O extends Fields>(
  options: FlowOptions & {
    inputs: I;
    outputs: O;
    body(inputs: RefsOf<I>): Answers<O> | void;
  },
): HelperFlow<I, O, never> {
  const model = lazily(flowModel('helper', options, options.inputs, options.outputs), () => {
    const trigger = placeTrigger(options.inputs, 'Helper Flow', null);
    returnAnswers(options.name, options.outputs, options.body(inputRefs(trigger, options.inputs)));
  });
  return {
    get model() {
      return model();
    },
    inputs: options.inputs,
    outputs: options.outputs,
    connection: undefined,
  };
}

/**
 * A flow whose body is written when the flow is first asked for, so that flows may call each other and themselves:
 * while a body is being written its flow is known already.
 */
export function lazily(model: FlowModel, write: () => void): () => FlowModel {
  let written = false;
  return () => {
    if (!written) {
      written = true;
      model.body = inBlock(write).block;
    }
    return model;
  };
}

/** An event card's payload: what its `Output` group holds. */
type EventCard<E> = Card<Fields, { collection: Field<{ Output: E }[]> }>;

/**
 * An event flow: runs its body once for every event that the service delivers together.
 * The platform swallows an error of the body, so a body should catch and record what must not be lost.
 */
export function eventFlow<E extends object>(
  options: FlowOptions & { event: EventCard<E>; body(event: Ref<E>): void },
): { readonly model: FlowModel } {
  const output = options.event.outputs.collection.fields?.Output;
  if (output?.fields === undefined)
    throw new AuthorError(`Card "${options.event.title}" is not an event card.`);
  const fields = output.fields;
  const { block } = inBlock(() => {
    const event = placeCard(options.event, {}, {});
    const { block: each } = inBlock(() => {
      const trigger = placeEventBody(options.event.title, fields);
      const parts = Object.entries(fields).map(([name, part]) => [
        name,
        refTo(
          { card: trigger, group: 'Output', key: keyOf(name, part), path: [], type: typeOfField(part) },
          part,
        ),
      ]);
      // One reference per field of the event: Ref<E> is read through its parts only.
      options.body(Object.fromEntries(parts) as Ref<E>);
    });
    const collection = refTo(
      { card: event, group: null, key: 'collection', path: [], type: { type: 'object', list: true } },
      field.list(),
    );
    placeCard(forEachIgnoreErrors, { list: collection, concurrency: 1 }, {}, { blocks: { each } });
  });
  return { model: { ...flowModel('event', options, {}, {}), body: block } };
}

/** Call Flow: runs a helper flow and goes on with what it returns. */
export function callFlow<I extends Fields, O extends Fields, C>(
  flow: HelperFlow<I, O, C>,
  inputs: Partial<Answers<I>> & ([C] extends [never] ? unknown : { connection: Ref<C> }),
  options: { title?: string; note?: string } = {},
): RefsOf<O> {
  const given: Record<string, unknown> = { ...inputs };
  const more: PortModel[] = [];
  for (const [name, port] of Object.entries(flow.inputs)) {
    if (given[name] === undefined) continue;
    more.push({
      group: null,
      key: keyOf(name, port),
      type: typeOfField(port),
      value: valueModel(given[name]),
      metadata: { custom: true, transient: true },
    });
  }
  const unknown = Object.keys(given).find((name) => name !== 'connection' && flow.inputs[name] === undefined);
  if (unknown !== undefined) {
    throw new AuthorError(`Flow "${flow.model.name}" has no input "${unknown}".`);
  }
  const card = place({
    ...blankCard,
    card: callFlowCard.name,
    title: options.title ?? callFlowCard.title,
    note: options.note ?? '',
    inputs: { flow: { kind: 'flow', flow: flow.model } },
    groups: given.connection === undefined ? {} : { auth: { blob: valueModel(given.connection) } },
    more,
    moreOutputs: Object.entries(flow.outputs).map(([name, output]) => ({
      group: null,
      key: keyOf(name, output),
      type: typeOfField(output),
      value: null,
    })),
  });
  return inputRefs(card, flow.outputs);
}

/** The references to a card's fields without a group: a trigger's inputs, a call's outputs. */
export function inputRefs<F extends Fields>(card: CardModel, fields: F): RefsOf<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, each]) => [
      name,
      refTo(
        { card, group: each.group ?? null, key: keyOf(name, each), path: [], type: typeOfField(each) },
        each,
      ),
    ]),
    // One reference per field: what RefsOf<F> lists.
  ) as RefsOf<F>;
}

/** Places a trigger card with these fields, each both input and output. */
export function placeTrigger(
  fields: Fields,
  title: string,
  marker: string | null,
  before: PortModel[] = [],
): CardModel {
  return place({
    ...blankCard,
    card: triggerCard.name,
    title,
    marker,
    shows: marker === null ? null : [],
    more: [...before, ...Object.entries(fields).map(([name, each]) => formal(name, each, null))],
  });
}

/** The trigger of an event's body: named like the event, with a field for each thing the event says. */
function placeEventBody(title: string, fields: Fields): CardModel {
  return place({
    ...blankCard,
    card: triggerCard.name,
    title,
    shows: ['execution_id'],
    more: Object.entries(fields).map(([name, each]) => formal(name, each, 'Output')),
  });
}

function formal(name: string, each: Field, group: string | null): PortModel {
  return {
    group,
    key: keyOf(name, each),
    ...(each.label === undefined || group !== null ? {} : { label: each.label }),
    type: typeOfField(each),
    value: null,
  };
}

/** Ends a body with a Return card that holds its answers, by output. */
export function returnAnswers(
  name: string,
  outputs: Fields,
  answers: Record<string, Value<unknown>> | void,
): CardModel | null {
  if (answers === undefined) {
    if (Object.keys(outputs).length === 0) return null;
    throw new AuthorError(
      `Flow "${name}" promises outputs, but its body gives nothing back; return them from body().`,
    );
  }
  const given = Object.entries(outputs).flatMap(([key, output]): [string, Value<unknown>][] => {
    const value = answers[key];
    return value === undefined ? [] : [[keyOf(key, output), value]];
  });
  const types = Object.entries(outputs).map(([key, output]) => [keyOf(key, output), output]);
  return returnValues(Object.fromEntries(given), { types: Object.fromEntries(types) });
}

export function flowModel(
  kind: FlowKindModel,
  options: FlowOptions,
  takes: Fields,
  gives: Fields,
): FlowModel {
  return {
    name: options.name,
    description: options.description,
    kind,
    saveData: options.saveData ?? true,
    body: { cards: [], gives: {} },
    takes: types(takes),
    gives: types(gives),
    dialog: null,
    connector: null,
  };
}

function types(fields: Fields): Record<string, ModelType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, each]) => [keyOf(name, each), typeOfField(each)]),
  );
}
