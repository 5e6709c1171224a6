/** Runs what a card holds or repeats: its blocks, and an iterator's helper flow or body for each item. */

import type { BlockView, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';
import { setOwn, valueAt } from '../cards/path';
import { callHelper } from './calls';
import { flowError, type Place } from './execution';
import { hold } from './memory';
import { type CardPlan, resolveInput } from './plan';
import { allOf } from './turn';
import { type Frame, frameIn, outputKey, readSource } from './values';

/** Runs a block that the card holds. */
export async function runBlock(
  plan: CardPlan,
  place: Place,
  name: string,
  trigger: JsonObject | undefined,
): Promise<JsonObject> {
  const { view, card } = plan;
  const { engine } = place.run.execution;
  const block = Object.hasOwn(view.blocks, name) ? view.blocks[name] : undefined;
  if (block === undefined) throw new CardError(`The card "${view.title}" has no block "${name}".`);
  const around = [...place.around, view.title, name];
  if (card?.blocks?.held === 'flat') {
    await engine.cards(block.cards, { ...place, around });
    return handOn(block, plan, place.frame);
  }
  const inner = { run: place.run, frame: frameIn(place.frame), around };
  const left = await engine.body(block, inner, {
    inputs: {},
    ...(trigger === undefined ? {} : { error: trigger }),
  });
  // A failure that ends the flow is not for the block to keep.
  if (left?.how === 'fail') throw left;
  return left?.values ?? {};
}

/** What a branch of If/Else gives: outputs of the If/Else card itself. */
function handOn(block: BlockView, { view }: CardPlan, frame: Frame): JsonObject {
  const values: JsonObject = {};
  for (const [key, { output, source }] of Object.entries(block.gives)) {
    const value = source === null ? null : readSource(frame, source);
    frame.values.set(outputKey(view.id, output), value);
    setOwn(values, key, value);
  }
  return values;
}

/** Does the work for each of `count` items, `concurrency` at a time. Fails with a CardError above the platform's limit. */
export async function forAll(
  place: Place,
  count: number,
  concurrency: number | null,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const { turn, machine } = place.run.execution;
  const most = concurrency ?? 1;
  const limit = machine.limits.concurrency;
  if (most > limit && machine.assume('concurrency-above-the-limit') === 'error') {
    throw new CardError(`The concurrency is ${most}; a card works on at most ${limit} items at once.`);
  }
  if (most > 1 && count > 1) return allOf(count, Math.min(most, limit), work, turn);
  for (let index = 0; index < count; index++) await work(index);
}

/** Runs an iterator's helper flow, or the body it holds, for one item. */
export async function each(
  plan: CardPlan,
  place: Place,
  item: Json,
  index: number,
  extra: JsonObject,
): Promise<JsonObject> {
  const { view } = plan;
  const { run, frame } = place;
  const body = view.blocks.each;
  if (body !== undefined) return eachBody(body, plan, place, item, index);
  const inputs: JsonObject = {};
  for (const bound of plan.bindings) {
    const { binding } = bound.view;
    const value = !binding?.dynamic
      ? resolveInput(bound, frame)
      : binding.path === ''
        ? item
        : (valueAt(item, binding.path) ?? null);
    setOwn(inputs, bound.view.key, value);
  }
  const flows = plan.inputs.find((input) => input.view.type === 'flo');
  const id = flows === undefined ? '' : resolveInput(flows, frame);
  const helper = typeof id === 'string' ? id : '';
  const values = await callHelper(helper, { inputs: { ...inputs, ...extra }, index }, run, view);
  if (collectors.has(`${view.channel}:${view.method}`)) collect(values, plan, place);
  return values;
}

/** Cards that keep what every item gave until the last is done. */
const collectors = new Set(['list:map', 'object:map', 'object:process']);

function collect(values: JsonObject, { view }: CardPlan, { run, frame }: Place): void {
  const { memory, machine } = run.execution;
  for (const value of Object.values(values)) {
    if (!hold(memory, value, machine.limits.bytes, view.title)) continue;
    frame.held ??= [];
    frame.held.push(value);
  }
}

/** The body of an event: each item is one event, its fields in groups. An error is passed over, but not forgotten. */
async function eachBody(
  body: BlockView,
  { view }: CardPlan,
  place: Place,
  item: Json,
  index: number,
): Promise<JsonObject> {
  const { run } = place;
  const fields = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {};
  const groups = Object.fromEntries(
    Object.entries(fields).flatMap(([group, values]) =>
      typeof values === 'object' && values !== null && !Array.isArray(values) ? [[group, values]] : [],
    ),
  );
  const inner = { run, frame: frameIn(place.frame), around: [...place.around, view.title, 'each'] };
  try {
    const left = await run.execution.engine.body(body, inner, { inputs: fields, groups, index });
    if (left?.how === 'stop') run.bodyStopped = true;
    if (left?.how === 'fail' && run.returnedError !== null) {
      run.innerErrors.push(flowError(run.returnedError, run));
      run.returnedError = null;
    }
    return left?.values ?? {};
  } catch (error) {
    if (error instanceof CardError) run.innerErrors.push(flowError(error, run));
    throw error;
  }
}
