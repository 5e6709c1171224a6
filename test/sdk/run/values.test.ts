import type { Json } from '@okta/workflows-connector-sdk-types';
import { applyStep, convert, frameIn, outputKey, read } from '../../../sdk/run/values';

describe('convert', () => {
  it.each<[string, Json, Json]>([
    ['parse', '{"a":1}', { a: 1 }],
    ['parse', '', null],
    ['parse', 'no json', 'no json'],
    ['parse', { a: 1 }, { a: 1 }],
    ['dateTime', '2016-09-07T16:55:25.670Z', '2016-09-07T16:55:25.670Z'],
    ['dateTime', '2016-09-07 16:55', '2016-09-07T16:55:00.000Z'],
    ['dateTime', '', null],
    ['dateTime', 'soon', null],
    ['toString', 12.5, '12.5'],
    ['toString', 'same', 'same'],
    ['stringify', { a: [1] }, '{"a":[1]}'],
    ['stringify', ['a'], '["a"]'],
    ['stringify', 'text', 'text'],
    ['wrapArray', 'a', ['a']],
    ['wrapArray', ['a'], ['a']],
    ['parseFloat', '12abc', 12],
    ['parseFloat', '', null],
    ['parseFloat', 7, 7],
    ['isoString', '2016-09-07T16:55:25.670Z', '2016-09-07T16:55:25.670Z'],
    ['booleanToString', false, 'false'],
    ['booleanToString', true, 'true'],
    ['toString', null, null],
    ['wrapArray', null, null],
  ])('%s of %j is %j', (how, value, expected) => {
    expect(convert(value, how)).toEqual(expected);
  });

  it('refuses a conversion that nobody knows', () => {
    expect(() => convert(1, 'shuffle')).toThrow('Unknown conversion "shuffle"');
  });
});

describe('applyStep', () => {
  it.each<[string[], Json]>([
    [['a', 'b'], 1],
    [['a.b'], 1],
    [['list', '1', 'x'], 'second'],
    [['x.y'], 'literal'],
    [['nothing', 'here'], null],
    [['constructor'], null],
    [['list', 'length'], null],
  ])('picks %j', (path, expected) => {
    const value = { a: { b: 1 }, list: [{ x: 'first' }, { x: 'second' }], 'x.y': 'literal' };
    expect(applyStep(value, { path })).toEqual(expected);
  });

  it('wraps what is not a list, after converting it', () => {
    expect(applyStep('{"a":1}', { convert: 'parse', wrap: true })).toEqual([{ a: 1 }]);
    expect(applyStep('[1]', { convert: 'parse', wrap: true })).toEqual([1]);
    expect(applyStep('x', { convert: null, wrap: true })).toEqual(['x']);
    expect(applyStep(null, { convert: null, wrap: true })).toBeNull();
  });
});

describe('read', () => {
  it('finds values of the blocks around, the nearest first, and null where a card did not run', () => {
    const outer = frameIn(null);
    const inner = frameIn(outer);
    outer.values.set(outputKey('a', 'o'), { x: 1 });
    outer.values.set(outputKey('b', 'o'), 'outer');
    inner.values.set(outputKey('b', 'o'), 'inner');
    expect(read(inner, outputKey('a', 'o'), [{ path: ['x'] }])).toBe(1);
    expect(read(inner, outputKey('b', 'o'), [])).toBe('inner');
    expect(read(inner, outputKey('c', 'o'), [])).toBeNull();
  });
});
