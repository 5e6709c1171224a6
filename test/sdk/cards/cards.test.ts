/** Every card: its examples run, it is documented and listed, and it is what real exports show. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { AnyCard, CardExample } from '../../../sdk/cards/card';
import { coerce } from '../../../sdk/cards/coerce';
import { CardError } from '../../../sdk/cards/error';
import type { FieldType } from '../../../sdk/cards/field';
import { cardNamed, cards } from '../../../sdk/cards/index';
import { exampleInputs, runExample } from '../../support/card-context';

const room = join(__dirname, '../../../sdk/cards');
const shared = join(__dirname, '../../../../shared/docs');

describe.each(cards.map((card) => [card.name, card] as const))('%s', (_name, card) => {
  test('is documented', () => {
    expect(card.title).not.toBe('');
    expect(card.category).not.toBe('');
    expect(card.summary).toMatch(/^[A-Z“"].*\.$/s);
    expect(card.examples.length).toBeGreaterThan(0);
    for (const example of card.examples) expect(example.source).not.toBe('');
  });

  test('has no example whose outputs are not its own', () => {
    // What a block or a mirrored card hands on is the author's own.
    if (card.moreOutputs !== undefined || card.blocks !== undefined || card.header?.mirrored === true) return;
    for (const example of card.examples) {
      const names = Object.keys(card.outputs);
      if (example.output !== undefined) expect(names).toHaveLength(1);
      for (const name of Object.keys(example.outputs ?? {})) expect(names).toContain(name);
    }
  });

  test.each(card.examples.map((example, index) => [index + 1, example] as const))(
    'example %d',
    async (_index, example) => {
      if (example.error !== undefined) {
        const failure = await runExample(card, example).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(CardError);
        // Checked above.
        expect((failure as CardError).message).toContain(example.error);
        return;
      }
      expect(await runExample(card, example)).toMatchObject(expected(card, example));
    },
  );
});

describe('the list', () => {
  test('has no two cards of one name or address', () => {
    expect(new Set(cards.map((card) => card.name)).size).toBe(cards.length);
    expect(new Set(cards.map((card) => card.address)).size).toBe(cards.length);
  });

  test('has every card that a file describes', () => {
    const unlisted = cardFiles(room).filter((file) => {
      // A test may load a module by its name; what a card file exports is a card, or a list of cards.
      const exported = Object.values(require(file) as Record<string, unknown>).flat();
      return exported.filter(isCard).some((card) => !cards.includes(card));
    });
    expect(unlisted.map((file) => relative(room, file))).toEqual([]);
  });
});

const catalogue = readShared<Record<string, Constants>>('kernel-catalog.json');
const vectors = readShared<Vector[]>('function-vectors.json');
const whenShared = catalogue === undefined || vectors === undefined ? describe.skip : describe;
if (catalogue === undefined || vectors === undefined) {
  console.warn('Skipped: ../shared/docs is not there, so no card is checked against real exports.');
}

whenShared('against real exports', () => {
  const known = Object.values(catalogue ?? {}).map((constants) => [constants.address, constants] as const);

  test('every function that exports show has a card', () => {
    const addresses = new Set(cards.map((card) => card.address));
    expect(known.map(([address]) => address).filter((address) => !addresses.has(address))).toEqual([]);
  });

  test.each(known)('%s has the constants of exports', (address, constants) => {
    const card = cards.find((each) => each.address === address);
    // A card that is not there yet is the test before this one.
    if (card === undefined) return;
    const header = { ...usual, ...card.header };
    expect({ title: card.title, ...header }).toMatchObject({
      title: renamedTitles[address] ?? constants.title,
      ...constants.flags,
    });
    for (const side of ['inputs', 'outputs'] as const) {
      expect(rulesOf(card, side)).toEqual(rulesIn(constants[side]));
      const ports = portsOf(card, side);
      const fixed = constants[side].fixed.filter((port) => !port.group?.startsWith('<'));
      expect(ports).toEqual(fixed.map((port) => catalogued(port, ports, address, side)));
    }
  });

  test.each((vectors ?? []).map((vector) => [vector.fn, vector] as const))(
    '%s has the documented example',
    (name, vector) => {
      const card = cardNamed(name);
      expect(card).toBeDefined();
      if (card === undefined) return;
      // Beside inputs, a vector says what the clock shows, which outputs are asked for, and in prose what a helper does.
      const { _clock: now, helper: _prose, outputs: wants, ...keyed } = vector.inputs;
      const match = card.examples.filter(
        (example) =>
          (now === undefined || example.given?.now === now) &&
          (wants === undefined || sameJson(example.given?.wants, wants)) &&
          takes(card, example, named(card, keyed)),
      );
      expect(match).not.toEqual([]);
      expect(match.some((example) => agrees(card, example, vector.output))).toBe(true);
    },
  );
});

/** What a card's header has unless it says otherwise. */
const usual = {
  executable: false,
  displayed: true,
  async: false,
  cooperative: false,
  mirrored: false,
  timeout: 90_000,
};

interface Constants {
  address: string;
  title: string;
  flags: JsonObject;
  inputs: Side;
  outputs: Side;
}
interface Side {
  extensible: boolean;
  rules?: JsonObject;
  groupRules?: JsonObject;
  fixed: Port[];
}
interface Port {
  group: string | null;
  key: string;
  types: Record<string, number>;
  displayname: string | null;
  required?: boolean;
  choices?: Json[];
}
interface Vector {
  fn: string;
  inputs: JsonObject;
  output: Json;
}

/** Titles that exports show only as their authors changed them. */
const renamedTitles: Record<string, string> = {
  'root:kernel:control:0.0.1:until': 'Wait Until',
  'root:kernel:object:0.0.1:expand': 'Expand',
};

/** Labels of outputs that exports may show only as their authors changed them, by address and key: not compared. */
const renamed = new Set([
  'root:kernel:crypto:0.0.1:hmac output',
  'root:kernel:date:0.0.1:add output',
  'root:kernel:date:0.0.1:epoch output',
  'root:kernel:jwt:0.0.1:sign token',
  'root:kernel:list:0.0.1:collapse output',
  'root:kernel:list:0.0.1:concat output',
  'root:kernel:list:0.0.1:intersection list',
  'root:kernel:list:0.0.1:merge output',
  'root:kernel:list:0.0.1:sample samples',
  'root:kernel:list:0.0.1:union union',
  'root:kernel:list:0.0.1:uniqueBy unique list',
  'root:kernel:object:0.0.1:clearEmpty output',
  'root:kernel:object:0.0.1:set output',
  'root:kernel:string:0.0.1:base64 output',
  'root:kernel:string:0.0.1:base64Decode output',
  'root:kernel:string:0.0.1:random output',
  'root:kernel:string:0.0.1:trim output',
  'root:kernel:utility:0.0.1:exportFlo output',
]);

const wireTypes: Record<FieldType, string> = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
  date: 'Date',
  object: 'object',
  file: 'file',
  flow: 'flo',
  any: '*',
};

type SeenPort = {
  group: string | null;
  key: string;
  label: string | null;
  required?: boolean;
  choices?: unknown;
  type: string;
};

/** The fixed ports of one side, in order; the catalogue writes groups with names of the author's own as `<…>`. */
function portsOf(card: AnyCard, side: 'inputs' | 'outputs'): SeenPort[] {
  return Object.entries(card[side])
    .filter(([, field]) => field.many !== true)
    .map(([name, field]) => {
      const key = field.key ?? name;
      return {
        group: field.group ?? null,
        key,
        label: field.label === key ? null : (field.label ?? null),
        ...(side === 'inputs' ? { required: field.required ?? false } : {}),
        ...(field.choices === undefined ? {} : { choices: field.choices }),
        type: wireTypes[field.type] + (field.list ? '[]' : ''),
      };
    });
}

/** A port as the catalogue has it, in the shape of ours; its type is ours where exports show ours among others. */
function catalogued(port: Port, ours: SeenPort[], address: string, side: 'inputs' | 'outputs'): SeenPort {
  const own = ours.find((each) => each.key === port.key && each.group === port.group);
  const types = Object.keys(port.types).map((type) => type.replace('{schema}', 'object'));
  const fits = own !== undefined && (own.type.startsWith('*') || types.includes(own.type));
  const label = port.displayname === port.key ? null : port.displayname;
  return {
    group: port.group,
    key: port.key,
    label: side === 'outputs' && renamed.has(`${address} ${port.key}`) ? (own?.label ?? null) : label,
    ...(side === 'inputs' ? { required: port.required ?? false } : {}),
    ...(port.choices === undefined ? {} : { choices: port.choices }),
    type: fits ? own.type : types.join(' or '),
  };
}

function rulesOf(card: AnyCard, side: 'inputs' | 'outputs'): JsonObject {
  const { extensible = false, rules, groupRules } = card.ports?.[side] ?? {};
  return withoutUnset({ extensible, rules, groupRules });
}

function rulesIn({ extensible, rules, groupRules }: Side): JsonObject {
  return withoutUnset({ extensible, rules, groupRules });
}

function withoutUnset(values: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

/** Inputs by field name, of inputs by key. */
function named(card: AnyCard, keyed: JsonObject): JsonObject {
  const names = new Map(Object.entries(card.inputs).map(([name, field]) => [field.key ?? name, name]));
  return Object.fromEntries(Object.entries(keyed).map(([key, value]) => [names.get(key) ?? key, value]));
}

/** Whether an example gives what a vector says; as a whole, as its one output, or output by output. */
function agrees(card: AnyCard, example: CardExample, output: Json): boolean {
  if (typeof output === 'object' && output !== null && 'error' in output) return example.error !== undefined;
  if (example.error !== undefined) return false;
  const given = expected(card, example);
  const values = Object.values(given);
  if (values.length === 1 && sameJson(values[0] ?? null, output)) return true;
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return false;
  return Object.entries(output).every(([name, value]) => {
    const field = card.outputs[name] ?? card.moreOutputs;
    // Where exports type an output as text, a documented number is that text.
    return field !== undefined && sameJson(given[name] ?? null, coerce(value, field));
  });
}

/** Whether an example's inputs arrive as a vector's do; the helper flow apart, which a vector cannot name. */
function takes(card: AnyCard, example: CardExample, inputs: JsonObject): boolean {
  const flows = Object.keys(card.inputs).filter((name) => card.inputs[name]?.type === 'flow');
  const without = (values: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !flows.includes(name)));
  try {
    const [ours, theirs] = [exampleInputs(card, example.inputs), exampleInputs(card, inputs)];
    return sameJson(without(ours.inputs), without(theirs.inputs)) && sameJson(ours.more, theirs.more);
  } catch (error) {
    // An example of inputs that cannot arrive is no vector's.
    if (error instanceof CardError) return false;
    throw error;
  }
}

function expected(card: AnyCard, example: CardExample): JsonObject {
  if (example.output === undefined) return example.outputs ?? {};
  return Object.fromEntries(
    Object.keys(card.outputs)
      .slice(0, 1)
      .map((name) => [name, example.output ?? null]),
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

function isCard(value: unknown): value is AnyCard {
  return (
    typeof value === 'object' && value !== null && 'address' in value && 'run' in value && 'examples' in value
  );
}

/** Every file in a category's folder, at any depth. */
function cardFiles(folder: string, depth = 0): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return cardFiles(path, depth + 1);
    return depth > 0 && entry.name.endsWith('.ts') ? [path] : [];
  });
}

function readShared<T>(name: string): T | undefined {
  const path = join(shared, name);
  // The files' shapes are documented in functions.md and flopack-format.md; the interfaces here say what is read of them.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}
