/** What must hold for all values: conversions, date tokens, templates, and values that mean harm. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import moment from 'moment-timezone';
import { coerce, coerceInputs } from '../../../sdk/cards/coerce';
import { CardError } from '../../../sdk/cards/error';
import { field } from '../../../sdk/cards/field';
import { cardNamed } from '../../../sdk/cards/index';
import { runExample } from '../../support/card-context';

const number = () => fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const instant = () =>
  fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const json = () => fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
const zone = () =>
  fc.constantFrom('UTC', 'US/Pacific', 'Europe/Paris', 'Asia/Kathmandu', 'Australia/Lord_Howe');
const unit = () =>
  fc.constantFrom('milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years');
const token = () =>
  fc.constantFrom(
    ...['Y', 'YY', 'YYYY', 'M', 'MM', 'MMM', 'MMMM', 'D', 'DD', 'd', 'ddd', 'dddd', 'h', 'hh', 'H', 'HH'],
    ...['mm', 'ss', 'S', 'SSS', 'a', 'A', 'Z', 'z', ' ', '/', '-', ':', ', ', '[at]'],
  );

async function run(name: string, inputs: JsonObject): Promise<JsonObject> {
  const card = cardNamed(name);
  if (card === undefined) throw new Error(`No card ${name}`);
  return await runExample(card, { inputs });
}

async function failure(name: string, inputs: JsonObject): Promise<string> {
  const error = await run(name, inputs).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CardError);
  // Checked above.
  return (error as CardError).message;
}

describe('conversions', () => {
  test('a number becomes text and the same number again', () => {
    fc.assert(
      fc.property(number(), (value) => {
        expect(coerce(coerce(value, field.text()), field.number())).toBe(value);
      }),
    );
  });

  test('true and false become text and themselves again', () => {
    for (const value of [true, false]) expect(coerce(coerce(value, field.text()), field.flag())).toBe(value);
  });

  test('a date becomes text and the same date again', () => {
    fc.assert(
      fc.property(instant(), (at) => {
        expect(coerce(coerce(at.toISOString(), field.text()), field.date())).toBe(at.toISOString());
      }),
    );
  });

  test('an object becomes text and the same object again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json()), (made) => {
        // Through JSON, so that the keys are plain ones whatever they are called.
        const value = JSON.parse(JSON.stringify(made)) as JsonObject;
        expect(coerce(coerce(value, field.text()), field.object())).toEqual(value);
      }),
    );
  });

  test('a list becomes text and the same list again', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.integer())), (made) => {
        const value = JSON.parse(JSON.stringify(made)) as JsonObject[];
        expect(coerce(coerce(value, field.text()), field.list())).toEqual(value);
      }),
    );
  });

  test('Parse undoes Stringify', async () => {
    await fc.assert(
      fc.asyncProperty(json(), async (value) => {
        const { output } = await run('json:stringify', { object: value });
        expect((await run('json:parse', { string: output ?? null })).output).toEqual(value);
      }),
    );
  });

  test('Base64 Decode undoes Base64', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (value) => {
        const { output } = await run('string:base64', { string: value });
        expect((await run('string:base64Decode', { string: output ?? null })).output).toBe(value);
      }),
    );
  });

  test('a value that fits is handed on, not copied', () => {
    const [object, list, big]: [JsonObject, Json[], Json[]] = [
      { a: 1 },
      ['a'],
      Array.from({ length: 1e6 }, () => 'x'),
    ];
    expect(coerce(object, field.object())).toBe(object);
    expect(coerce(list, field.listOf(field.text()))).toBe(list);
    expect(coerce(big, field.listOf(field.text()))).toBe(big);
    const raw = { fixed: object, more: { b: 'text' } };
    const coerced = coerceInputs({ inputs: { a: field.number() }, more: field.text() }, raw);
    expect(coerced.inputs).toBe(raw.fixed);
    expect(coerced.more).toBe(raw.more);
  });

  test.each([
    [field.text(), ''],
    [field.number(), null],
    [field.flag(), false],
    [field.date(), null],
    [field.object(), {}],
    [field.list(), []],
    [field.anyList(), []],
    [field.file(), null],
    [field.flow(), ''],
    [field.any(), null],
    [field.many('options', field.text()), {}],
  ])('an unset field has the empty value of its type (%#)', (of, empty) => {
    expect(coerce(undefined, of)).toEqual(empty);
    expect(coerce(null, of)).toEqual(empty);
  });

  test.each([
    ['12abc', field.number(), 12],
    ['abc', field.number(), null],
    [' TRUE ', field.flag(), true],
    ['False', field.flag(), false],
    [0, field.flag(), false],
    [1, field.flag(), true],
    ['2016-09-07', field.date(), '2016-09-07T00:00:00.000Z'],
    ['2016-09-07T02:00:00+02:00', field.date(), '2016-09-07T00:00:00.000Z'],
    ['Wed, 07 Sep 2016 00:01:25 GMT', field.date(), '2016-09-07T00:01:25.000Z'],
    ['September 7, 2016 16:55:25.670', field.date(), '2016-09-07T16:55:25.670Z'],
    ['9/7/2016', field.date(), '2016-09-07T00:00:00.000Z'],
    ['9/7/2016 4:55 PM', field.date(), '2016-09-07T16:55:00.000Z'],
    [1473206485670, field.date(), '2016-09-07T00:01:25.670Z'],
    ['{"a":1}', field.object(), { a: 1 }],
    ['[{"a":1}]', field.list(), [{ a: 1 }]],
    ['{"a":1}', field.list(), [{ a: 1 }]],
    ['a', field.listOf(field.text()), ['a']],
    [[1, null, 'a'], field.listOf(field.text()), ['1', null, 'a']],
    [{ a: 1 }, field.text(), '{"a":1}'],
    [{ a: 1, b: null }, field.many('options', field.text()), { a: '1', b: '' }],
  ])('%j is read loosely (%#)', (value, of, expected) => {
    expect(coerce(value, of)).toEqual(expected);
  });

  test.each([
    [{}, field.number()],
    [[1], field.flag()],
    ['soon', field.date()],
    ['2016-02-30', field.date()],
    [{}, field.date()],
    ['text', field.object()],
    ['[1]', field.object()],
    [[1], field.object()],
    [['text'], field.list()],
    ['text', field.many('options', field.text())],
  ])('%j is no value of the type (%#)', (value, of) => {
    expect(() => coerce(value, of, 'Some field')).toThrow(CardError);
    expect(() => coerce(value, of, 'Some field')).toThrow('"Some field"');
  });
});

describe('dates', () => {
  test('Date to Text writes as moment does, in every zone', async () => {
    await fc.assert(
      fc.asyncProperty(instant(), fc.array(token(), { minLength: 1 }), zone(), async (at, tokens, where) => {
        const [start, format] = [at.toISOString(), tokens.join('')];
        const wanted = moment.tz(start, where).format(format);
        expect((await run('date:format', { start, format, zone: where })).output).toBe(wanted);
        const converted = await run('date:fromISO', { start, format, zone: where });
        expect(converted).toMatchObject({ custom: wanted, epoch: String(Math.floor(at.getTime() / 1000)) });
      }),
    );
  });

  test('Text to Date undoes Date to Text', async () => {
    const format = 'YYYY-MM-DD HH:mm:ss.SSS Z';
    await fc.assert(
      fc.asyncProperty(instant(), zone(), async (at, where) => {
        const start = at.toISOString();
        // Zones of old were off by seconds, which Z cannot say.
        fc.pre(moment.tz(start, where).utcOffset() % 1 === 0 && at.getUTCFullYear() > 1970);
        const { output } = await run('date:format', { start, format, zone: where });
        expect((await run('date:parse', { start: output ?? null, format })).output).toBe(start);
      }),
    );
  });

  test('Add and Subtract move as moment does, and Difference measures it', async () => {
    await fc.assert(
      fc.asyncProperty(instant(), fc.integer({ min: -500, max: 500 }), unit(), async (at, scale, by) => {
        const start = at.toISOString();
        const later = moment.utc(start).add(scale, by);
        const { output = null } = await run('date:add', { start, scale, unit: by });
        expect(output).toBe(later.toISOString());
        expect((await run('date:subtract', { start, scale: -scale, unit: by })).output).toBe(output);
        const measured = await run('date:diff', { endDate: output, startDate: start });
        expect(measured.milliseconds).toBe(later.valueOf() - at.getTime());
      }),
    );
  });

  test('Now, ISO, EPOCH and UNIX agree with the calendar', async () => {
    await fc.assert(
      fc.asyncProperty(instant(), async (at) => {
        const start = at.toISOString();
        fc.pre(at.getTime() > 0);
        const card = cardNamed('date:now');
        if (card === undefined) throw new Error('No card date:now');
        expect(await runExample(card, { inputs: {}, given: { now: start } })).toMatchObject({
          date: start,
          year: at.getUTCFullYear(),
          month: String(at.getUTCMonth() + 1),
          day: at.getUTCDate(),
          hour: at.getUTCHours(),
          millisecond: at.getUTCMilliseconds(),
        });
        expect((await run('date:iso', { start })).output).toBe(`${start.slice(0, 19)}Z`);
        expect((await run('date:epoch', { start })).output).toBe(Math.floor(at.getTime() / 1000));
        expect((await run('date:unix', { start })).output).toBe(at.getTime());
      }),
    );
  });
});

describe('texts', () => {
  test('Compose puts every value in its place, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), async (values) => {
        const keyed = Object.fromEntries(values.map((value, index) => [`k${index}`, value]));
        const _text_ = values.map((_value, index) => `<{{{k${index}}}}>`).join('');
        const { output } = await run('string:compose', { ...keyed, _text_ });
        expect(output).toBe(values.map((value) => `<${value}>`).join(''));
      }),
    );
  });

  test('Replace takes both its texts literally', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string({ minLength: 1 }), fc.string(), async (string, src, dest) => {
        const wanted = string.split(src).join(dest);
        expect((await run('string:replace', { string, src, dest, global: true })).output).toBe(wanted);
      }),
    );
  });

  test('Encode Component is undone by decoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (string) => {
        const { output } = await run('url:encodeComponent', { string });
        expect(decodeURIComponent(String(output))).toBe(string);
      }),
    );
  });
});

describe('values that mean harm', () => {
  /** As JSON reads it: with keys of their own, called like what every object has. */
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":"c","a":1}') as JsonObject;

  afterEach(() => {
    expect(({} as JsonObject).polluted).toBeUndefined();
  });

  test('keys called like what every object has are plain keys', async () => {
    expect(await run('json:stringify', { object: hostile })).toEqual({ output: JSON.stringify(hostile) });
    const { output } = await run('json:parse', { string: JSON.stringify(hostile) });
    expect(Object.keys(Object(output))).toEqual(['__proto__', 'constructor', 'a']);
    expect((await run('url:encode', { data: { constructor: 'c' } })).output).toBe('constructor=c');
    const many = coerce(hostile, field.many('options', field.text()));
    expect(Object.keys(Object(many))).toEqual(['__proto__', 'constructor', 'a']);
    const signing = { key: 'secret', algorithm: 'HS256', payload: hostile };
    expect(await failure('jwt:sign', signing)).toContain('may not be called');
    const more = JSON.parse('{"_text_":"{{{__proto__}}}{{{constructor}}}","__proto__":"p"}') as JsonObject;
    expect((await run('string:compose', more)).output).toBe('p');
  });

  test('a catastrophic pattern ends', async () => {
    const text = `${'a'.repeat(100)}!`;
    expect(await failure('string:match', { string: text, target: '^(a+)+$' })).toContain('took longer');
    expect(await failure('string:replaceAny', { text, patterns: { p: '(a|aa)+$' } })).toContain(
      'took longer',
    );
    // The next one is none the worse for it.
    expect((await run('string:match', { string: text, target: '!' })).output).toBe(100);
  });

  test.each([
    'process.exit(1)',
    'import({}, {})',
    'createUnit("x")',
    'evaluate("1")',
    'parse("1")',
    'simplify("1")',
    'derivative("x", "x")',
    'config({})',
    'cos.constructor("return process")()',
    '[].constructor',
    '"a".constructor',
    'f(x) = f(x); f(1)',
    'a = 1',
    '1:1e9',
    'ones(1e5, 1e5)',
    'constructor',
    '__proto__',
    'toString()',
    '9^9^9^9',
    'factorial(1e9)',
    '2^1e9!',
    'sqrt(-1)',
    '',
    '1 +* 2',
    '('.repeat(50_000),
    '1+'.repeat(49_000) + '1'.repeat(10_000),
    '1'.repeat(200_000),
  ])('Formula does not reach beyond arithmetic (%#)', async (_text_) => {
    expect(await failure('math:expression', { _text_ })).toMatch(/formula/i);
  });

  test('a text of 100 MB is answered in bounded time', async () => {
    const text = `${'a'.repeat(100 * 1024 * 1024)}@b`;
    const size = text.length;
    expect((await run('string:length', { string: text })).length).toBe(size);
    expect((await run('string:find', { string: text, substr: '@' })).output).toBe(size - 2);
    expect((await run('string:email', { string: text })).email).toBeNull();
    expect((await run('string:match', { string: text, target: '@' })).output).toBe(size - 2);
    expect((await run('string:compose', { _text_: `{{{${text}` })).output).toHaveLength(size + 3);
    expect((await run('string:replace', { string: text, src: '@', dest: '' })).output).toHaveLength(size - 1);
    expect(
      await failure('string:replace', { string: text, src: 'a', dest: 'a'.repeat(100), global: true }),
    ).toContain('too large');
    expect(await failure('json:parse', { string: text })).toContain('no JSON');
    expect(await failure('date:format', { start: text, format: 'Y' })).toContain('no date');
    expect(await failure('date:parse', { start: text, format: 'Y' })).toContain('does not read');
    expect(await failure('math:expression', { _text_: text })).toContain('characters');
  });

  test('a value nested too deep is an error of the card', async () => {
    const depth = 100_000;
    const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json;
    expect(await failure('json:stringify', { object: deep })).toContain('too large');
  });

  test('very many inputs are summed and joined', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_each, index) => [`n${index}`, 1]));
    expect((await run('math:add', { a: 0, b: 0, ...many })).output).toBe(20_000);
    expect((await run('boolean:and', { a: true, b: true, ...many })).output).toBe(true);
    const joined = await run('string:concat', { string1: '', string2: '', ...many });
    expect(joined.output).toHaveLength(20_000);
  });
});
