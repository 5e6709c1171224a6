/** `owf run`: runs any pack in the local org against the embedded tenants. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowView, Json, JsonObject, PackView } from '@okta/workflows-connector-sdk-types';
import { cardNamed } from '../sdk/cards/index';
import { viewPack } from '../sdk/pack/view';
import type { ConnectorSource } from '../sdk/run/connector';
import type { FlowResult } from '../sdk/run/execution';
import type { Imported } from '../sdk/run/org';
import type { Outcome } from '../sdk/run/trace';
import { type ExitCode, exitCode, InputError } from './failure';
import { readJson, readPackFile, requireWritable } from './files';
import { liveTrace } from './live';
import type { Output } from './output';
import { progress } from './progress';
import { traceFile } from './trace-file';
import { openWorld, type RequestLine, type RunningWorld } from './world';
import { readWorld, toDeactivate } from './world-file';

export interface RunOptions {
  flow?: string;
  input?: string;
  world?: string;
  trace?: string;
  connector?: string;
  autoStub?: boolean;
}

/** What `--format json` prints. */
export interface RunResult {
  outcome: Outcome;
  error?: { message: string; flow: string; card: string | null; statusCode: number | null };
  flows: { name: string; outcome: Outcome }[];
  requests: RequestLine[];
  tables: Record<string, JsonObject[]>;
  auth0: { users: Json };
  okta: { users: Json };
}

/** Runs a pack: the named flow with its input, or the event flows that a deactivation starts. */
export async function run(file: string, options: RunOptions, output: Output): Promise<ExitCode> {
  const pack = readPackFile(file);
  const world = readWorld(options.world);
  const input = options.input === undefined ? undefined : inputOf(options.input);
  const view = viewPack(pack);
  const autoStub = options.autoStub ?? false;
  const start = startOf(view, options.flow, file, input !== undefined || autoStub);
  if (input !== undefined) requireInputs(start, input);
  const deactivated = start.by === 'deactivation' ? toDeactivate(world) : [];
  if (options.trace !== undefined) requireWritable(options.trace);
  const connectors = options.connector === undefined ? [] : [connectorIn(options.connector, view)];
  const ended: { name: string; outcome: Outcome }[] = [];
  const trace = options.trace === undefined ? undefined : traceFile(options.trace);
  // As text the run shows itself.
  const counts = progress(output.format === 'json' ? process.stderr : { write: () => undefined });
  const live = liveTrace(output);
  const running = await openWorld(world, {
    connectors,
    autoStub,
    onTrace(event, started) {
      if (!started) return;
      if (event.type === 'flow ended') ended.push({ name: event.flow, outcome: event.outcome });
      trace?.write(event);
      counts.saw(event);
      live(event);
    },
  });
  try {
    const imported = running.org.import(pack, file);
    await running.furnish(imported);
    const own = activate(running, imported, view, start.flows);
    const results =
      start.by === 'deactivation'
        ? await deactivateAll(running, deactivated)
        : [await runFlow(running, own, start.by, input)];
    const result = resultOf(running, results, ended);
    trace?.close();
    counts.done();
    report(result, output);
    return result.outcome === 'error' ? exitCode.findings : exitCode.ok;
  } finally {
    await running.close();
  }
}

interface Start {
  /** The flows that are started from outside. */
  flows: FlowView[];
  /** What starts them: Okta, when it deactivates users; an event made by hand; a call with an input. */
  by: 'deactivation' | 'event' | 'call';
}

/**
 * What is to be started; without a name every flow that listens to a deactivation.
 * @param byHand Whether there is something to start an event with that Okta does not send here.
 */
function startOf(view: PackView, name: string | undefined, file: string, byHand: boolean): Start {
  const own = view.flows.filter((flow) => flow.body !== null);
  const names = own.map((flow) => `"${flow.name}"`).join(', ') || 'none';
  if (name !== undefined) {
    const named = own.filter((flow) => flow.name === name || flow.id === name);
    const [flow, other] = named;
    if (flow === undefined)
      throw new InputError(`The pack "${file}" has no flow "${name}".`, `Its flows: ${names}.`);
    if (other !== undefined)
      throw new InputError(
        `The pack has several flows "${name}".`,
        `Name one by its id: ${named.map(({ id }) => id).join(', ')}.`,
      );
    if (flow.kind !== 'event') return { flows: [flow], by: 'call' };
    if (hearsDeactivation(flow)) return { flows: [flow], by: 'deactivation' };
    if (byHand) return { flows: [flow], by: 'event' };
    throw new InputError(
      `The flow "${flow.name}" starts with another event than the deactivation of a user, and the embedded Okta sends no other.`,
      'Give the fields of the event with --input, have them made up with --auto-stub, or name a helper flow.',
    );
  }
  const listening = own.filter(hearsDeactivation);
  if (listening.length === 0) {
    throw new InputError(
      `No flow of "${file}" starts when Okta deactivates a user.`,
      `Name the flow to run with --flow. Its flows: ${names}.`,
    );
  }
  return { flows: listening, by: 'deactivation' };
}

/** Whether Okta's User Deactivated starts the flow. */
function hearsDeactivation({ kind, body }: FlowView): boolean {
  const trigger = body?.cards[0];
  if (kind !== 'event' || trigger === undefined) return false;
  const card = cardNamed(`${trigger.channel}:${trigger.method}`);
  return card !== undefined && 'logType' in card && card.logType === 'user.lifecycle.deactivate';
}

/** A misspelt input would be lost without a word. */
function requireInputs({ flows: [flow], by }: Start, input: JsonObject): void {
  if (flow === undefined) return;
  if (by === 'deactivation')
    throw new InputError(
      `The flow "${flow.name}" starts with an event and takes no input.`,
      'Leave --input out.',
    );
  if (flow.kind !== 'helper') return;
  const names = (flow.body?.cards[0]?.outputs ?? [])
    .filter(({ group }) => group === null)
    .map(({ key }) => key);
  for (const name of Object.keys(input)) {
    if (!names.includes(name))
      throw new InputError(
        `The flow "${flow.name}" has no input "${name}".`,
        `Its inputs: ${names.map((each) => `"${each}"`).join(', ') || 'none'}.`,
      );
  }
}

/** Turns on what is started, and everything it calls; gives the org's id of what is started. */
function activate(
  running: RunningWorld,
  imported: Imported,
  view: PackView,
  starts: readonly FlowView[],
): string {
  const wanted = new Set<string>();
  const visit = (flow: FlowView) => {
    if (wanted.has(flow.id)) return;
    wanted.add(flow.id);
    for (const card of flow.cards()) {
      for (const input of card.inputs) {
        const called =
          input.type === 'flo' && typeof input.value === 'string' ? view.flow(input.value) : undefined;
        if (called !== undefined && called.body !== null) visit(called);
      }
      const handler = card.onError.flow === null ? undefined : view.flow(card.onError.flow);
      if (handler !== undefined) visit(handler);
    }
  };
  for (const flow of starts) visit(flow);
  // The importer gives new ids, in the pack's order.
  const ids = new Map(view.flows.map(({ id }, index) => [id, imported.flows[index]?.id ?? '']));
  for (const id of wanted) running.org.activate(ids.get(id) ?? '');
  return ids.get(starts[0]?.id ?? '') ?? '';
}

async function deactivateAll(running: RunningWorld, ids: readonly string[]): Promise<FlowResult[]> {
  for (const id of ids) await running.deactivate(id);
  return running.delivered;
}

async function runFlow(
  { org }: RunningWorld,
  flow: string,
  by: Start['by'],
  input: JsonObject | undefined,
): Promise<FlowResult> {
  return by === 'event' ? org.fire(flow, input) : org.run(flow, input);
}

function inputOf(file: string): JsonObject {
  const input = readJson(file);
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  throw new InputError(
    `The input "${file}" is no JSON object.`,
    'Give the flow’s inputs by name: {"email": "ada@acme.test"}.',
  );
}

/** A connector from the .flow files of a folder, under the key that the pack's cards know it by. */
function connectorIn(folder: string, view: PackView): ConnectorSource {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => /\.(flow|folder|flopack)$/.test(name))
      .sort();
  } catch {
    throw new InputError(
      `There is no folder "${folder}".`,
      'Name a folder with the .flow files of a connector.',
    );
  }
  // A folder file holds what the single files hold.
  const folders = names.filter((name) => !name.endsWith('.flow'));
  const chosen = folders.length > 0 ? folders : names;
  if (chosen.length === 0)
    throw new InputError(`"${folder}" holds no .flow file.`, 'Export the connector’s flows into it.');
  const packs = chosen.map((name) => ({ pack: readPackFile(join(folder, name)), file: name }));
  const methods = new Set(
    packs.flatMap(({ pack }) => viewPack(pack).flows.map((flow) => flow.connector?.methodKey)),
  );
  const card = view.flows
    .flatMap((flow) => flow.cards())
    .find((each) => !each.kernel && methods.has(each.method));
  return {
    key: card?.channel ?? 'connector',
    version: card?.version ?? '0.1.0',
    title: folder,
    secretFields: ['client_secret', 'token', 'password', 'api_key'],
    packs,
  };
}

function resultOf(
  running: RunningWorld,
  results: readonly FlowResult[],
  ended: { name: string; outcome: Outcome }[],
): RunResult {
  const errors = results.flatMap((each) => [
    ...(each.error === undefined ? [] : [each.error]),
    ...each.innerErrors,
  ]);
  const [first] = errors;
  const stray = running.unknownRoutes[0];
  const error =
    first !== undefined
      ? { message: first.message, flow: first.flow, card: first.card, statusCode: first.statusCode }
      : stray !== undefined
        ? {
            message: `The embedded tenant has no such route: ${stray}`,
            flow: results[0]?.flow ?? '',
            card: null,
            statusCode: 501,
          }
        : undefined;
  const stopped = results.length > 0 && results.every((each) => each.outcome === 'stopped');
  // The tenants' users are plain JSON; redacting knows nothing of their types.
  const users = (list: unknown) => running.org.redact(list as Json);
  return {
    outcome: error !== undefined ? 'error' : stopped ? 'stopped' : 'success',
    ...(error === undefined ? {} : { error: running.org.redact(error) }),
    flows: ended,
    requests: running.requests,
    tables: running.org.redact(running.org.tables()),
    auth0: { users: users(running.auth0.users()) },
    okta: { users: users(running.okta.users()) },
  };
}

function report(result: RunResult, output: Output): void {
  const { colors } = output;
  const color = { success: colors.green, stopped: colors.yellow, error: colors.red }[result.outcome];
  output.line('');
  output.line(color(`${result.outcome}: ${result.flows.length} flows, ${result.requests.length} requests.`));
  if (result.error !== undefined) {
    const { message, flow, card, statusCode } = result.error;
    const status = statusCode === null ? '' : ` (status ${statusCode})`;
    output.line(`${colors.red('error')}: ${flow}${card === null ? '' : ` > ${card}`}: ${message}${status}`);
  }
  output.json(result);
}
