/** Flows as an author writes them: helper flows, which others call, and event flows. */

import type {
  CardModel,
  FlowKindModel,
  FlowModel,
  ModelType,
  PortModel,
} from '@okta/workflows-connector-sdk-types';
import type { Card } from '../cards/card';
import { helperFlow as triggerCard } from '../cards/control/helper-flow';
import { type Field, type Fields, field, type ValueOf } from '../cards/field';
import { forEachIgnoreErrors } from '../cards/list/for-each-ignore-errors';
import { typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { nameList, placeCard } from './build';
import { returnValues } from './hand';
import { inBlock } from './record';
import { keyOf, type Ref, type RefsOf, refsTo, refTo, type Value } from './ref';

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

/** What is said of any flow. */
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
  return lazyFlow('helper', options, undefined, () => {
    const trigger = placeTrigger('Helper Flow', formalPorts(options.inputs));
    returnAnswers(options.name, options.outputs, options.body(refsTo(trigger, options.inputs)));
  });
}

/**
 * A flow whose body is written when the flow is first asked for, so that flows may call each other and themselves:
 * while a body is being written its flow is known already.
 */
export function lazyFlow<const I extends Fields, const O extends Fields, C = never>(
  kind: FlowKindModel,
  options: FlowOptions & { inputs: I; outputs: O },
  connection: Field<C> | undefined,
  write: () => void,
): HelperFlow<I, O, C> {
  const { inputs, outputs } = options;
  const model = flowModel(kind, options, inputs, outputs);
  let written = false;
  return {
    get model() {
      if (written) return model;
      written = true;
      try {
        model.body = inBlock(write).block;
      } catch (error) {
        // Whoever asks again is told again, and never gets half a flow.
        written = false;
        throw error;
      }
      return model;
    },
    inputs,
    outputs,
    connection,
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
  const { event } = options;
  const { collection } = event.outputs;
  const fields = collection.fields?.Output?.fields;
  if (fields === undefined) throw new AuthorError(`Card "${event.title}" is not an event card.`);
  const { block } = inBlock(() => {
    const source = placeCard(event, {}, {});
    const { block: each } = inBlock(() => {
      // Named like the event, with a field for each thing the event says.
      const ports = formalPorts(fields).map(({ label: _label, ...port }) => ({ ...port, group: 'Output' }));
      const trigger = placeTrigger(event.title, ports, { shows: ['execution_id'] });
      const parts = refsTo(trigger, fields, (name, part) => ({ group: 'Output', key: keyOf(name, part) }));
      // One reference per field of the event: Ref<E> is read through its parts only.
      options.body(parts as unknown as Ref<E>);
    });
    const list = refTo(source, { group: null, key: keyOf('collection', collection) }, field.list());
    placeCard(forEachIgnoreErrors, { list, concurrency: 1 }, {}, { blocks: { each } });
  });
  return { model: { ...flowModel('event', options, {}, {}), body: block } };
}

/** Places a flow's trigger with these fields, each both input and output. */
export function placeTrigger(
  title: string,
  ports: PortModel[],
  rest: Partial<Pick<CardModel, 'shows' | 'marker'>> = {},
): CardModel {
  return placeCard(triggerCard, {}, { title }, { more: ports, ...rest });
}

/** The inputs of a flow as fields of its trigger. */
export function formalPorts(fields: Fields): PortModel[] {
  return Object.entries(fields).map(([name, each]) => ({
    group: null,
    key: keyOf(name, each),
    ...(each.label === undefined ? {} : { label: each.label }),
    type: typeOfField(each),
    value: null,
  }));
}

/** Ends a body with a Return card that holds its answers, by output. */
export function returnAnswers(
  name: string,
  outputs: Fields,
  answers: Record<string, Value<unknown>> | void,
): CardModel | null {
  const given = answers ?? {};
  const missing = Object.keys(outputs).filter((key) => given[key] === undefined);
  if (missing.length > 0) {
    throw new AuthorError(
      `Flow "${name}" promises ${nameList(outputs)}, but its body does not give ${missing.map((key) => `"${key}"`).join(', ')}; return them from body().`,
    );
  }
  const unknown = Object.keys(given).find((key) => outputs[key] === undefined);
  if (unknown !== undefined)
    throw new AuthorError(`Flow "${name}" has no output "${unknown}"; it has ${nameList(outputs)}.`);
  if (answers === undefined) return null;
  const entries = Object.entries(outputs).map(([key, output]) => ({
    key: keyOf(key, output),
    output,
    value: given[key],
  }));
  return returnValues(Object.fromEntries(entries.map(({ key, value }) => [key, value])), {
    types: Object.fromEntries(entries.map(({ key, output }) => [key, output])),
  });
}

/** The model of a flow whose body is still to be written. */
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
