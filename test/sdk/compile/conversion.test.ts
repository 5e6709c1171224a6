/** Conversions: every row that real exports show (flopack-format §4.3), and a refusal for every other pair. */

import type { ModelType, ModelTypeName, WireConvert } from '@okta/workflows-connector-sdk-types';
import { conversionBetween, transform } from '../../../sdk/compile/conversion';
import { field, object, as as takenAs, text } from '../../../sdk/dsl';
import { compiledBody, flowWith, packOf, problemsOf } from './support/compiled';

const type = (spelled: string): ModelType => {
  const list = spelled.endsWith('[]');
  const name = list ? spelled.slice(0, -2) : spelled;
  const known = name === 'schema';
  // The table below spells types as ModelTypeName does.
  const base = { type: (known ? 'object' : name) as ModelTypeName, list };
  return known ? { ...base, fields: { a: { type: 'text', list: false } } } : base;
};

const rows: [from: string, to: string, convert: WireConvert | null, wraps: boolean][] = [
  ['object', 'text', 'stringify', false],
  ['text', 'object', 'parse', false],
  ['text', 'text[]', 'wrapArray', false],
  ['object', 'object[]', 'wrapArray', false],
  ['number', 'number[]', 'wrapArray', false],
  ['number', 'text', 'toString', false],
  ['text', 'date', 'dateTime', false],
  ['text', 'number', 'parseFloat', false],
  ['date', 'text', 'isoString', false],
  ['text', 'object[]', 'parse', true],
  ['flag', 'text', 'booleanToString', false],
  ['object', 'text[]', 'stringify', true],
  ['text[]', 'text', 'stringify', false],
  ['text', 'schema[]', null, true],
];

describe('conversionBetween', () => {
  it.each(rows)('leads from %s to %s', (from, to, convert, forceWrapArray) => {
    const conversion = conversionBetween(type(from), type(to));
    expect(conversion).toEqual({ ...(convert === null ? {} : { convert }), forceWrapArray });
    expect(transform(conversion ?? null, 'out')).toEqual({ out: { ...conversion, dest: 'out' } });
  });

  const names = ['text', 'number', 'flag', 'date', 'object', 'schema'];
  const all = [...names, ...names.map((name) => `${name}[]`)];
  const same = (from: string, to: string) =>
    from.replace('schema', 'object') === to.replace('schema', 'object');

  it('needs nothing between equal types, an object with known fields among them', () => {
    for (const from of all)
      for (const to of all) if (same(from, to)) expect(conversionBetween(type(from), type(to))).toBeNull();
  });

  it('refuses every other pair', () => {
    // A list of a type takes one value of that type, whichever type it is; an object counts as one with known fields.
    const known = (from: string, to: string) =>
      rows.some(
        ([a, b]) => (a === from || a === from.replace('schema', 'object')) && (b === to || same(b, to)),
      ) || same(`${from}[]`, to);
    for (const from of all)
      for (const to of all)
        if (!same(from, to) && !known(from, to))
          expect(conversionBetween(type(from), type(to))).toBeUndefined();
  });

  it('takes a value of any type for a text, as the file does', () => {
    expect(conversionBetween(type('any'), type('text'))).toBeNull();
    expect(conversionBetween(type('any'), type('object'))).toEqual({
      convert: 'parse',
      forceWrapArray: false,
    });
    expect(conversionBetween(type('any[]'), type('object[]'))).toBeUndefined();
  });
});

describe('in a flow', () => {
  it('carries the conversion on the connection', () => {
    const { cards, text: drawn } = compiledBody({ count: field.number() }, ({ count }) => {
      text.trim({ string: as(count) });
    });
    expect(drawn).toContain('Trim string=Helper Flow.count|toString');
    const pins = cards.flatMap((card) => Object.entries(card.pins));
    expect(pins).toHaveLength(1);
    const [[output, targets] = ['', {}]] = pins;
    expect(Object.values(targets).flat()).toMatchObject([
      { transform: { [output]: { convert: 'toString', forceWrapArray: false, dest: output } } },
    ]);
  });

  it('converts for a field that takes any type to what the author takes the value as', () => {
    const { cards } = compiledBody({ answer: field.text() }, ({ answer }) => {
      object.getMultiple({ object: takenAs.object(answer) }, { outputs: { id: field.text() } });
    });
    const [trigger] = cards;
    expect(JSON.stringify(trigger?.pins)).toContain('"convert":"parse"');
  });

  it('says which card cannot take what, and how to go on', () => {
    const flow = flowWith({ rows: field.list() }, ({ rows }) => {
      object.keys({ object: as(rows) });
    });
    expect(problemsOf(packOf([flow]))).toEqual([
      {
        where: ['test', 'Flow', 'Keys#1'],
        message: 'Card "Keys" cannot take a list of objects from card "Helper Flow" where an object is due.',
        hint: 'Place a card that converts the value.',
      },
    ]);
  });
});

/** A value where the types would not have it. */
function as<V>(value: unknown): V {
  return value as V;
}
