/** The list functions mean what plain JavaScript means, whatever the lists hold, and however long they are. */

import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import type { ExampleWorld } from '../../../../sdk/cards/card';
import { compare } from '../../../../sdk/cards/comparison';
import { CardError } from '../../../../sdk/cards/error';
import { cardNamed } from '../../../../sdk/cards/index';
import { exampleContext, runExample } from '../../../support/card-context';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const item = () =>
  fc.oneof(fc.jsonValue({ maxDepth: 2 }).map(plain), fc.constantFrom<Json>('a', 'A', 'b', 1, '1'));
const items = () => fc.array(item());
const person = () => fc.record({ name: fc.constantFrom('ada', 'bob', 'eve'), age: fc.nat(5) });

async function run(name: string, inputs: JsonObject, given?: ExampleWorld): Promise<JsonObject> {
  const card = cardNamed(name);
  if (card === undefined) throw new Error(`No card ${name}`);
  return await runExample(card, { inputs, ...(given === undefined ? {} : { given }) });
}

/** What `_.uniqWith(values, isEqual)` would give. */
function distinct(values: readonly Json[]): Json[] {
  const kept: Json[] = [];
  for (const value of values) if (!kept.some((each) => isDeepStrictEqual(each, value))) kept.push(value);
  return kept;
}

const has = (values: readonly Json[], value: Json) => values.some((each) => isDeepStrictEqual(each, value));
const folded = (value: Json) => (typeof value === 'string' ? value.toLowerCase() : value);

describe('agrees with plain JavaScript:', () => {
  test('Union', async () => {
    await fc.assert(
      fc.asyncProperty(items(), items(), items(), async (list1, list2, third) => {
        expect(await run('list:union', { list1, list2, third })).toEqual({
          union: distinct([...list1, ...list2, ...third]),
        });
      }),
    );
  });

  test('Difference', async () => {
    await fc.assert(
      fc.asyncProperty(items(), items(), async (list1, list2) => {
        const others = list2.map(folded);
        expect(await run('list:difference', { list1, list2 })).toEqual({
          list: distinct(list1).filter((each) => !has(others, folded(each))),
        });
      }),
    );
  });

  test('Intersection', async () => {
    await fc.assert(
      fc.asyncProperty(items(), items(), async (list1, list2) => {
        expect(await run('list:intersection', { list1, list2 })).toEqual({
          list: distinct(list1).filter((each) => has(list2, each)),
        });
      }),
    );
  });

  test('Pluck', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person()), async (people) => {
        const list = people.map((profile) => ({ profile }));
        expect(await run('list:pluck', { list, key: 'profile.age' })).toEqual({
          values: people.map(({ age }) => age),
        });
      }),
    );
  });

  test('Filter and Find', async () => {
    const operator = fc.constantFrom('==', '!=', '<', '>=', 'in', 'is empty');
    await fc.assert(
      fc.asyncProperty(fc.array(person()), operator, fc.nat(5), async (list, by, comparison) => {
        const inputs = { list, operator: by, path: 'age', comparison };
        const meets = ({ age }: { age: number }) => compare(age, by, comparison);
        expect(await run('list:filterBy', inputs)).toEqual({ list: list.filter(meets) });
        expect(await run('list:findBy', inputs)).toEqual({
          item: list.find(meets) ?? null,
          index: list.findIndex(meets),
        });
      }),
    );
  });

  test('Sort is stable, and orders numbers and texts as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person()), fc.constantFrom('age', 'name'), async (list, path) => {
        const numbered = list.map((each, place) => ({ ...each, place }));
        const value = (each: { age: number; name: string }) => (path === 'age' ? each.age : each.name);
        expect(await run('list:sortBy', { list: numbered, path })).toEqual({
          sortedList: [...numbered].sort((a, b) =>
            value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.place - b.place,
          ),
        });
      }),
    );
  });

  test('Map, Filter Custom and Reduce', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), async (list) => {
        const each = list.map((value) => ({ result: value * 2 }));
        expect(await run('list:map', { list, flow: 'f' }, { gives: { each } })).toEqual({
          newList: list.map((value) => value * 2),
        });
        const tested = list.map((value) => ({ keep: value % 2 === 0 }));
        expect(await run('list:filter', { list, flow: 'f' }, { gives: { each: tested } })).toEqual({
          list: list.filter((value) => value % 2 === 0),
        });
        let sum = 0;
        const sums = list.map((value) => {
          sum += value;
          return { sum };
        });
        expect(await run('list:reduce', { list, memo: 0, flow: 'f' }, { gives: { each: sums } })).toEqual({
          item: list.reduce((total, value) => total + value, 0),
        });
      }),
    );
  });

  test('Flatten, Combine All, Length, At, the first and the last', async () => {
    await fc.assert(
      fc.asyncProperty(items(), items(), fc.nat(8), async (list, list2, index) => {
        expect(await run('list:flatten', { lists: list })).toEqual({
          // The type of `flat` cannot follow any depth.
          list: (list as unknown[]).flat(Number.POSITIVE_INFINITY),
        });
        expect(await run('list:concat', { list1: list, list2 })).toEqual({ output: [...list, ...list2] });
        expect(await run('list:length', { list })).toEqual({ length: list.length });
        expect(await run('list:at', { list, index })).toEqual({ item: list[index] ?? null });
        expect(await run('list:shift', { list })).toEqual({ item: list[0] ?? null, list: list.slice(1) });
        expect(await run('list:pop', { list })).toEqual({
          item: list.at(-1) ?? null,
          list: list.slice(0, -1),
        });
      }),
    );
  });

  test('Sample draws different items', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer()),
        fc.nat(20),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1 }),
        async (list, amount, random) => {
          const { samples } = await run('list:sample', { list, amount }, { random });
          const drawn = samples as number[]; // What a list of numbers is sampled to.
          expect(drawn).toHaveLength(Math.min(amount, list.length));
          expect(new Set(drawn).size).toBe(drawn.length);
          for (const each of drawn) expect(list).toContain(each);
        },
      ),
    );
  });
});

describe('For Each', () => {
  const failing: ExampleWorld['gives'] = { each: [{}, { fails: 'Item 1 is bad.' }, {}] };

  test('stops at the first item that fails', async () => {
    const inputs = { list: ['a', 'b', 'c'], flow: 'f' };
    await expect(run('list:each', inputs, { gives: failing })).rejects.toThrow('Item 1 is bad.');
  });

  test.each([
    ['goes on', 3],
    ['stops', 2],
  ])('- Ignore Errors %s when that is what we assume', async (choice, runs) => {
    const card = cardNamed('list:asyncEach');
    if (card === undefined) throw new Error('No such card');
    const { context, inputs, recorded } = exampleContext(card, {
      inputs: { list: ['a', 'b', 'c'], flow: 'f' },
      given: { gives: failing, assume: { 'ignore-errors-after-failure': choice } },
    });
    // The inputs have just been made to fit the card.
    expect(await card.run(inputs.inputs as never, context, inputs.more)).toEqual({});
    expect(recorded.items).toHaveLength(runs);
  });
});

describe('values that mean harm', () => {
  const million = Array.from({ length: 1_000_000 }, (_, index) => index);

  test.each([
    ['list:union', { list1: million, list2: million }],
    ['list:difference', { list1: million, list2: million }],
    ['list:intersection', { list1: million, list2: million }],
    ['list:concat', { list1: million, list2: million }],
    ['list:uniqueBy', { list: million, path: '' }],
    ['list:sortBy', { list: million, path: '' }],
    ['list:filterBy', { list: million, operator: '>', path: '', comparison: 5 }],
    ['list:flatten', { lists: million }],
    ['list:join', { list: million, delimiter: ',' }],
    ['list:includes', { list: million, value: -1 }],
    ['list:push', { list: million, item: 1 }],
    ['list:sample', { list: million, amount: 1_000_000 }],
  ] satisfies [string, JsonObject][])('%s takes a million items in its stride', async (name, inputs) => {
    const start = performance.now();
    await run(name, inputs);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('a value nested too deep is an error of the card, or no trouble', async () => {
    let deep: Json = 'bottom';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(await run('list:flatten', { lists: [deep] })).toEqual({ list: ['bottom'] });
    await expect(run('list:union', { list1: [deep], list2: [] })).rejects.toBeInstanceOf(CardError);
  });

  test('keys called like what every object has are plain keys', async () => {
    const list = JSON.parse('[{"__proto__":"x","constructor":"y"},{}]') as JsonObject[]; // Written so above.
    expect(await run('list:pluck', { list, key: '__proto__' })).toEqual({ values: ['x', null] });
    expect(await run('list:pluck', { list, key: 'constructor' })).toEqual({ values: ['y', null] });
    const { groups } = await run('list:groupBy', { list, path: '__proto__' });
    expect(Object.keys(groups as JsonObject)).toEqual(['x', '']); // Group By gives an object.
    const { output } = await run('list:collapse', { list });
    expect(JSON.stringify(output)).toBe('{"__proto__":"x","constructor":"y"}');
  });
});
