/** The object functions: paths lead where they say, and no key or path leads anywhere else. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { CardError } from '../../../../sdk/cards/error';
import { cardNamed } from '../../../../sdk/cards/index';
import { valueAt, withoutValueAt, withValueAt } from '../../../../sdk/cards/path';
import { runExample } from '../../../support/card-context';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const json = () => fc.jsonValue({ maxDepth: 2 }).map(plain);
const key = () => fc.constantFrom('a', 'b', 'first name', '__proto__', 'constructor', 'toString', '0', '1');
const path = () => fc.array(key(), { minLength: 1, maxLength: 4 });
const object = () => fc.dictionary(key(), json()).map((value) => plain(value) as JsonObject); // A dictionary is one.

async function run(name: string, inputs: JsonObject): Promise<JsonObject> {
  const card = cardNamed(name);
  if (card === undefined) throw new Error(`No card ${name}`);
  return await runExample(card, { inputs });
}

describe('paths', () => {
  test('what is set can be got, and nothing else changes', () => {
    fc.assert(
      fc.property(object(), path(), json(), (start, keys, value) => {
        const before = JSON.stringify(start);
        let changed: JsonObject;
        try {
          changed = withValueAt(start, keys, value);
        } catch (error) {
          // A list in the way takes numbers only.
          expect(error).toBeInstanceOf(CardError);
          return;
        }
        expect(valueAt(changed, keys)).toEqual(value);
        expect(JSON.stringify(start)).toBe(before);
        expect(Object.hasOwn({}, 'a')).toBe(false);
        expect(({} as JsonObject).polluted).toBeUndefined(); // Read from the prototype, were it changed.
      }),
    );
  });

  test('a text path means its keys', () => {
    fc.assert(
      fc.property(object(), path(), (start, keys) => {
        if (Object.hasOwn(start, keys.join('.'))) return;
        expect(valueAt(start, keys.join('.'))).toEqual(valueAt(start, keys));
      }),
    );
  });

  test('what is taken away is gone', () => {
    expect(withoutValueAt({ a: { b: 1, c: 2 } }, 'a.b')).toEqual({ a: { c: 2 } });
    expect(withoutValueAt({ a: [1, 2, 3] }, 'a.1')).toEqual({ a: [1, 3] });
    expect(withoutValueAt({ 'a.b': 1, a: { b: 2 } }, 'a.b')).toEqual({ a: { b: 2 } });
    expect(withoutValueAt({ a: 1 }, 'x.y')).toEqual({ a: 1 });
  });

  test('a far place in a list is refused, not filled', async () => {
    const far = { object: { list: [] }, path: 'list.900000000', value: 1 };
    await expect(run('object:set', far)).rejects.toThrow('can be skipped');
  });
});

describe('keys called like what every object has are plain keys', () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}') as JsonObject; // Written so above.

  test.each([
    ['object:merge', { start: hostile, sink: {} }],
    ['object:clearEmpty', { object: hostile, recursive: true }],
    ['object:set', { object: hostile, path: '__proto__.polluted', value: 1 }],
    ['object:zip', { keys: ['__proto__', 'constructor'], values: [{ polluted: 1 }, 2] }],
  ] satisfies [string, JsonObject][])('%s', async (name, inputs) => {
    const { output } = await run(name, inputs);
    expect(JSON.stringify(output)).toBe(JSON.stringify(hostile));
    expect(({} as JsonObject).polluted).toBeUndefined(); // Read from the prototype, were it changed.
  });

  test('Get and Get Multiple find own fields only', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'constructor.name', 'length']) {
      expect(await run('object:get', { object: {}, path: name })).toEqual({ output: null });
      expect(await run('object:get', { object: [], path: name })).toEqual({ output: null });
    }
  });

  test('Lookup finds listed values only', async () => {
    const inputs = { key: 'toString', else: 'none', options: {} };
    expect(await run('control:lookup', inputs)).toEqual({ result: 'none' });
  });
});

test('Construct builds objects and lists of dots and numbers', async () => {
  const inputs = { 'a.0.b': 1, 'a.1.b': 2, 'a.1.c': 3, d: '' };
  expect(await run('object:construct', inputs)).toEqual({
    output: { a: [{ b: 1 }, { b: 2, c: 3 }], d: '' },
  });
});
