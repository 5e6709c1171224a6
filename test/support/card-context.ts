/** Runs one card alone, with the world its example asks for. */

import type {
  CardView,
  InputView,
  Json,
  JsonObject,
  OutputView,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import type { AnyCard, CardExample, ExampleWorld } from '../../sdk/cards/card';
import { type CoercedInputs, coerceInputs } from '../../sdk/cards/coerce';
import type {
  CardContext,
  CardHttpRequest,
  FlowArguments,
  TableRow,
  TableRows,
} from '../../sdk/cards/context';
import { CardError } from '../../sdk/cards/error';
import type { Field } from '../../sdk/cards/field';
import { type AssumptionId, undocumented } from '../../sdk/cards/undocumented';

/** What a card did while it ran. */
export interface Recorded {
  requests: CardHttpRequest[];
  calls: { flow: string; arguments: FlowArguments; waited: boolean }[];
  items: { item: Json; index: number; extra?: JsonObject }[];
  blocks: { name: string; trigger?: JsonObject }[];
  answers: { statusCode: number; headers: JsonObject; body: Json }[];
  /** Milliseconds waited. */
  waited: number;
  /** The one table there is. */
  table: TableRows;
}

/** Thrown by `leave`: the card ended its block without an error. */
export class Left extends Error {
  constructor(
    readonly how: 'return' | 'stop',
    readonly values: JsonObject,
  ) {
    super(`The card left: ${how}`);
  }
}

const START = Date.parse('2024-01-01T00:00:00.000Z');

/** The context that an example asks for, and what the card does with it. */
export function exampleContext(
  card: AnyCard,
  example: Pick<CardExample, 'inputs' | 'given'>,
): { context: CardContext; inputs: CoercedInputs; recorded: Recorded } {
  const given = example.given ?? {};
  const inputs = exampleInputs(card, example.inputs);
  let now = given.now === undefined ? START : Date.parse(given.now);
  let drawn = 0;
  let answered = 0;
  const table = memoryTable(given, () => new Date(now).toISOString());
  const recorded: Recorded = {
    requests: [],
    calls: [],
    answers: [],
    items: [],
    blocks: [],
    waited: 0,
    table,
  };

  const gives = (name: string): Json => {
    if (given.gives === undefined || !Object.hasOwn(given.gives, name)) {
      throw new Error(`The example gives nothing for "${name}"`);
    }
    return given.gives[name] ?? null;
  };
  const result = (value: Json): JsonObject => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Error(`A block or flow gives an object, not ${JSON.stringify(value)}`);
    }
    // How an example says that the block or flow fails.
    if (Object.hasOwn(value, 'fails')) throw new CardError(String(value.fails));
    return value;
  };

  const context: CardContext = {
    card: exampleCard(card, inputs, given),
    clock: {
      now: () => now,
      async wait(ms) {
        now += ms;
        recorded.waited += ms;
      },
    },
    random: () => given.random?.[drawn++ % given.random.length] ?? 0.5,
    async http(request) {
      recorded.requests.push(request);
      const reply = given.replies?.[answered++];
      if (reply === undefined) throw new CardError(`Nobody answers ${request.method} ${request.url}`);
      const headers = Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      return { status: reply.status, headers: Object.fromEntries(headers), body: reply.body };
    },
    connection() {
      if (given.connection === undefined) throw new CardError('The card has no connection');
      return given.connection;
    },
    table(id) {
      if (id !== 'table') throw new CardError(`There is no table "${id}"`);
      return table;
    },
    async callFlow(flow, sent) {
      recorded.calls.push({ flow, arguments: sent, waited: true });
      return result(gives(flow));
    },
    startFlow(flow, sent) {
      recorded.calls.push({ flow, arguments: sent, waited: false });
    },
    async forAll(count, _concurrency, work) {
      for (let index = 0; index < count; index++) await work(index);
    },
    async each(item, index, extra) {
      recorded.items.push({ item, index, ...(extra === undefined ? {} : { extra }) });
      const results = gives('each');
      return result(Array.isArray(results) ? (results[index] ?? null) : results);
    },
    async block(name, trigger) {
      recorded.blocks.push({ name, ...(trigger === undefined ? {} : { trigger }) });
      return result(gives(name));
    },
    blockNames: () => Object.keys(given.gives ?? {}),
    group: (name) => groupInputs(card, inputs, given, name),
    answer: (answer) => {
      recorded.answers.push(answer);
    },
    leave(how, values) {
      throw new Left(how, values);
    },
    describe: (error) => ({
      ...error.details.custom,
      message: error.message,
      statusCode: error.details.statusCode,
    }),
    assume(choice: AssumptionId) {
      const { assumed, alternative } = undocumented[choice];
      const chosen = given.assume?.[choice];
      if (chosen === undefined) return assumed;
      if (chosen !== assumed && chosen !== alternative) throw new Error(`"${choice}" is never "${chosen}"`);
      return chosen;
    },
  };
  return { context, inputs, recorded };
}

/** Runs an example and gives the card's outputs; those it left its block with where it left. */
export async function runExample(
  card: AnyCard,
  example: Pick<CardExample, 'inputs' | 'given'>,
): Promise<JsonObject> {
  const { context, inputs } = exampleContext(card, example);
  try {
    // The list of cards holds no card's own input type; coerceInputs has just made the inputs fit it.
    return await card.run(inputs.inputs as never, context, inputs.more);
  } catch (error) {
    if (error instanceof Left) return error.values;
    throw error;
  }
}

/** Splits an example's inputs into the card's own fields and the author's, and coerces both. */
export function exampleInputs(card: AnyCard, inputs: JsonObject): CoercedInputs {
  const [fixed, more]: [[string, Json][], [string, Json][]] = [[], []];
  for (const entry of Object.entries(inputs))
    (Object.hasOwn(card.inputs, entry[0]) ? fixed : more).push(entry);
  return coerceInputs(card, { fixed: Object.fromEntries(fixed), more: Object.fromEntries(more) });
}

function groupInputs(
  card: AnyCard,
  { inputs }: CoercedInputs,
  given: ExampleWorld,
  group: string,
): JsonObject {
  const entries: [string, Json][] = [];
  for (const [name, field] of Object.entries(card.inputs)) {
    if (field.group !== group) continue;
    const value = inputs[name] ?? null;
    const many = field.many === true && typeof value === 'object' && value !== null && !Array.isArray(value);
    entries.push(...(many ? Object.entries(value) : [[field.key ?? name, value] as [string, Json]]));
  }
  return { ...Object.fromEntries(entries), ...given.groups?.[group] };
}

function exampleCard(card: AnyCard, inputs: CoercedInputs, given: ExampleWorld): CardView {
  const made = (name: string, field: Field, value: Json): InputView => ({
    ...place(name, field, false),
    required: field.required ?? false,
    option: field.option ?? false,
    value,
    source: null,
    binding: null,
  });
  const own = (name: string): Field => card.more ?? { type: 'any', list: false, label: name };
  const outputs: OutputView[] = Object.entries(card.outputs).map(([name, field]) => ({
    ...place(name, field, false),
    used: true,
  }));
  for (const name of given.wants ?? []) {
    outputs.push({ ...place(name, card.moreOutputs ?? { type: 'any', list: false }, true), used: true });
  }
  return {
    id: 'card',
    pointer: '/card',
    address: card.address,
    kernel: card.kernel,
    channel: card.channel,
    version: card.version,
    method: card.method,
    title: card.title,
    note: '',
    marker: null,
    inputs: [
      ...Object.entries(card.inputs).map(([name, field]) => made(name, field, inputs.inputs[name] ?? null)),
      ...Object.entries(inputs.more).map(([name, value]) => ({
        ...made(name, own(name), value),
        custom: true,
      })),
    ],
    outputs,
    blocks: {},
    onError: { then: 'halt', flow: null, retries: 0, delay: [0, 0], condition: null },
    connection: given.connection === undefined ? null : 'connection',
  };
}

function place(name: string, field: Field, custom: boolean): Omit<OutputView, 'used'> {
  const key = field.key ?? name;
  return {
    id: `port-${name}`,
    pointer: `/card/${name}`,
    group: field.group ?? null,
    key,
    label: field.label ?? key,
    type: wireTypes[field.type],
    list: field.list,
    custom,
    hidden: field.hidden ?? false,
    metadata: {},
  };
}

const wireTypes: Record<Field['type'], WireType> = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
  date: 'Date',
  object: 'object',
  file: 'file',
  flow: 'flo',
  any: 'string',
};

function memoryTable(given: ExampleWorld, now: () => string): TableRows {
  let next = 1;
  const rows: TableRow[] = [];
  const columns = (given.columns ?? []).map((each) => ({ ...each, default: each.default ?? null }));
  const at = (id: string): TableRow => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new CardError(`The table "table" has no row "${id}"`);
    return row;
  };
  const table: TableRows = {
    name: 'table',
    columns,
    rows: () => rows.map((row) => structuredClone(row)),
    insert(fields) {
      const row = { id: String(next++), created: now(), updated: now(), fields: structuredClone(fields) };
      rows.push(row);
      return structuredClone(row);
    },
    update(id, fields) {
      const row = at(id);
      row.fields = { ...row.fields, ...structuredClone(fields) };
      row.updated = now();
      return structuredClone(row);
    },
    remove(id) {
      rows.splice(rows.indexOf(at(id)), 1);
    },
    clear: () => rows.splice(0).length,
  };
  for (const row of given.rows ?? []) table.insert(row);
  return table;
}
