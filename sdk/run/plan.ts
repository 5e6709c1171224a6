/** What running a card needs to know of it, found out once: which input is which field, where values come from and go. */

import type {
  CardView,
  InputView,
  Json,
  JsonObject,
  OutputView,
  SourceStep,
} from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import type { Field, Fields } from '../cards/field';
import { cardNamed } from '../cards/index';
import { setOwn } from '../cards/path';
import { type Frame, outputKey, read } from './values';

export interface CardPlan {
  view: CardView;
  /** What the card does; undefined for one that the toolkit does not know. */
  card: AnyCard | undefined;
  /** Comments and the like: nothing to do. */
  idle: boolean;
  inputs: InputPlan[];
  /** Iterators: what each call of the helper gets, instead of the card itself. */
  bindings: InputPlan[];
  outputs: OutputPlan[];
}

export interface InputPlan {
  view: InputView;
  /** The field's name on the card; null for the author's own and for those in groups of the author's. */
  name: string | null;
  /** One of many under the author's keys in a group of the card. */
  many: boolean;
  secret: boolean;
  /** What a trace calls it. */
  label: string;
  source: { key: string; steps: readonly SourceStep[] } | null;
}

export interface OutputPlan {
  view: OutputView;
  key: string;
  label: string;
  /** Picks the output's value from what the card gave. */
  from(outputs: JsonObject): Json | undefined;
}

/** The plan of a card; made when it first runs. */
export function planOf(view: CardView): CardPlan {
  const known = plans.get(view);
  if (known !== undefined) return known;
  const plan = makePlan(view);
  plans.set(view, plan);
  return plan;
}

/** What a card gets: the fields it describes by name, and the author's own. */
export function resolveInputs(plan: CardPlan, frame: Frame): { fixed: JsonObject; more: JsonObject } {
  const fixed: JsonObject = {};
  const more: JsonObject = {};
  for (const input of plan.inputs) {
    const value = resolveInput(input, frame);
    if (input.name === null) {
      if (input.view.group === null) setOwn(more, input.view.key, value);
    } else if (input.many) {
      const known = fixed[input.name];
      const group = typeof known === 'object' && known !== null && !Array.isArray(known) ? known : {};
      setOwn(group, input.view.key, value);
      fixed[input.name] = group;
    } else fixed[input.name] = value;
  }
  return { fixed, more };
}

/** The value of one input: where it comes from, or the constant. */
export function resolveInput({ source, view }: InputPlan, frame: Frame): Json {
  return source === null ? view.value : read(frame, source.key, source.steps);
}

/** The inputs of one group, by key. */
export function resolveGroup(plan: CardPlan, group: string | null, frame: Frame): JsonObject {
  const values: JsonObject = {};
  for (const input of plan.inputs) {
    if (input.view.group === group) setOwn(values, input.view.key, resolveInput(input, frame));
  }
  return values;
}

/** The inputs in groups, by group and key. */
export function resolveGroups(plan: CardPlan, frame: Frame): Record<string, JsonObject> {
  const groups = new Set(plan.inputs.map((input) => input.view.group).filter((group) => group !== null));
  return Object.fromEntries([...groups].map((group) => [group, resolveGroup(plan, group, frame)]));
}

// A view belongs to one import of one pack, and goes when that goes.
const plans = new WeakMap<CardView, CardPlan>();

/** Cards that only stand there. */
const idleCards = new Set(['control:comment', 'control:noop', 'control:join', 'object:expand']);

function makePlan(view: CardView): CardPlan {
  const name = `${view.channel}:${view.method}`;
  const card = cardNamed(name);
  const given = new Set(
    Object.values(view.blocks).flatMap((block) => Object.values(block.gives).map((one) => one.output)),
  );
  const labels = labeller();
  const planned = view.inputs.map((input) => planInput(input, card, labels));
  const outputLabels = labeller();
  return {
    view,
    card,
    idle: view.kernel && idleCards.has(name),
    inputs: planned.filter(({ view: input }) => input.binding === null),
    bindings: planned.filter(({ view: input }) => input.binding !== null),
    // What a branch of If/Else gives is set by the branch.
    outputs: view.outputs
      .filter((output) => !given.has(output.id))
      .map((output) => ({
        view: output,
        key: outputKey(view.id, output.id),
        label: outputLabels(output),
        from: pickerOf(output, card),
      })),
  };
}

function planInput(view: InputView, card: AnyCard | undefined, label: Labeller): InputPlan {
  const found = card === undefined ? undefined : fieldOf(view, card.inputs);
  return {
    view,
    name: found?.name ?? null,
    many: found?.field.many ?? false,
    secret: found?.field.secret ?? false,
    label: label(view),
    source:
      view.source === null
        ? null
        : { key: outputKey(view.source.card, view.source.output), steps: view.source.steps },
  };
}

function pickerOf(view: OutputView, card: AnyCard | undefined): OutputPlan['from'] {
  const found = card === undefined ? undefined : fieldOf(view, card.outputs);
  const { key } = view;
  if (found === undefined) {
    return view.group === null ? (outputs) => own(outputs, key) : () => undefined;
  }
  const { name, field } = found;
  if (field.many !== true) return (outputs) => own(outputs, name);
  return (outputs) => {
    const group = own(outputs, name);
    return typeof group === 'object' && group !== null && !Array.isArray(group) ? own(group, key) : undefined;
  };
}

/** The card's field that stands in a place of the file: the one with that key, or one that takes any key of its group. */
function fieldOf(
  place: { group: string | null; key: string },
  fields: Fields,
): { name: string; field: Field } | undefined {
  let many: { name: string; field: Field } | undefined;
  for (const [name, field] of Object.entries(fields)) {
    if ((field.group ?? null) !== place.group) continue;
    if (field.many === true) many = { name, field };
    else if ((field.key ?? name) === place.key) return { name, field };
  }
  return many;
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

type Labeller = (view: { label: string; group: string | null; key: string }) => string;

/** Labels are the author's and may repeat; a trace needs each once. */
function labeller(): Labeller {
  const taken = new Set<string>();
  return ({ label, group, key }) => {
    let free = [label, group === null ? key : `${group}.${key}`].find((name) => !taken.has(name));
    for (let again = 2; free === undefined; again++) {
      if (!taken.has(`${label} (${again})`)) free = `${label} (${again})`;
    }
    taken.add(free);
    return free;
  };
}
