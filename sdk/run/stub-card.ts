/** Answers a card in the place of a connector that is not here. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';
import { setOwn } from '../cards/path';
import { callHelper } from './calls';
import { halt, type Place, type Run } from './execution';
import { type CardPlan, type OutputPlan, resolveInput } from './plan';
import { failureIn, plainSample, sampleOutputs, sampleRecords } from './sample';
import { MADE_UP_FAILURE } from './stub-request';
import type { Stub } from './stubs';
import { wishesOf } from './wishes';

/**
 * What answers a connector's card in its place; null where the card does its work itself. Halts the execution, showing
 * the stub to write, where nothing answers.
 */
export function stubFor(plan: CardPlan, { run, around }: Place): Stub | null {
  const { view, card } = plan;
  const { stubs } = run.execution.machine;
  const given = stubs.card(`${view.channel}:${view.method}`);
  if (given !== null) return given;
  const { space } = run.flow;
  if (space.action(view) !== null || platform.has(view.channel)) return null;
  if (card !== undefined && (stubs.auto === null || space.connection(view) !== null)) return null;
  if (stubs.auto === null) throw halt(run, view, 'no stub', noStub(plan, run));
  const status = failureIn(stubs.auto, around);
  if (status !== null) return { failure: { status, message: MADE_UP_FAILURE } };
  const wishes = wishesOf(run.flow);
  const output: JsonObject = sampleOutputs(view, stubs.auto, wishes);
  if (streamTo(plan) !== null) output.Record = sampleRecords(view, stubs.auto, run.flow);
  return { output };
}

/** What the stub says, by output. A card that streams has its helper flow run for each `Record` first. */
export async function stubbed(stub: Stub, plan: CardPlan, place: Place): Promise<Map<OutputPlan, Json>> {
  if ('failure' in stub) {
    const { status, message } = stub.failure;
    throw new CardError(message, { statusCode: status, body: { message }, kind: 'HTTP Error' });
  }
  const given = asObject(stub.output);
  const streamed = await stream(given, plan, place);
  const values = new Map<OutputPlan, Json>();
  for (const output of plan.outputs) {
    const { group, key } = output.view;
    const inGroup = group === null ? {} : asObject(given[group]);
    const found = [key, output.label]
      .flatMap((name) => [own(inGroup, name), own(given, name)])
      .find((value) => value !== undefined);
    const counted = streamed !== null && output.view.type === 'number' ? streamed : null;
    values.set(output, found ?? counted);
  }
  return values;
}

/** The parts of the platform that no service stands behind. */
const platform = new Set(['stash', 'filefunctions', 'httpfunctions']);

/** Runs the helper flow of a card that streams for each record; gives how many, null for a card that does not. */
async function stream(given: JsonObject, plan: CardPlan, { run, frame }: Place): Promise<number | null> {
  const target = streamTo(plan);
  if (target === null) return null;
  const id = resolveInput(target, frame);
  if (typeof id !== 'string') return null;
  const state: JsonObject = {};
  let most = Number.POSITIVE_INFINITY;
  for (const input of plan.inputs) {
    if (input === target || input.view.group !== target.view.group) continue;
    const value = resolveInput(input, frame);
    if (input.view.custom) setOwn(state, input.view.key, value);
    else if (/limit/i.test(input.label) && typeof value === 'number') most = value;
  }
  const records = Array.isArray(given.Record) ? given.Record.slice(0, most) : [];
  for (const record of records) {
    await callHelper(id, { inputs: { Record: record, State: state } }, run, plan.view);
  }
  return records.length;
}

/** The input that names the helper flow to which a card streams. */
function streamTo({ inputs }: CardPlan) {
  return (
    inputs.find(({ view }) => view.type === 'flo' && typeof view.value === 'string' && view.value !== '') ??
    null
  );
}

function noStub(plan: CardPlan, { flow }: Run): string {
  const { view } = plan;
  const name = `${view.channel}:${view.method}`;
  const output = plainSample(view);
  if (streamTo(plan) !== null) output.Record = [{ ID: '1' }, { ID: '2' }];
  return (
    `Nothing answers the card "${view.title}" (${name}) of the flow "${flow.view.name}": its connector "${view.channel}" is not in the org. ` +
    `Deploy it, if it was made in Connector Builder, or add to the world: "stubs": { "${name}": ${JSON.stringify(output)} }. ` +
    'With --auto-stub such answers are made up.'
  );
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
