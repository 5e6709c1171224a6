import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import { field, helperFlow, http } from '../../../sdk/dsl';
import { virtualClock } from '../../../sdk/run/clock';
import { hold, newMemory, release } from '../../../sdk/run/memory';
import type { Transport } from '../../../sdk/run/transport';
import { play, type Setting } from './support/machine';
import { orgWith, START } from './support/orgs';
import { aBlock, aCard, aFlow, aTrigger, from } from './support/views';

const call = (
  id: string,
  flow: string,
  inputs: Record<string, Json | ReturnType<typeof from>> = {},
  how = 'spawn',
) =>
  aCard(id, `control:${how}`, {
    title: `Call ${flow}`,
    inputs: { flo: flow, ...inputs },
    outputs: ['list', 'text'],
  });
const returns = (key: string, value: ReturnType<typeof from>) =>
  aCard('return', 'control:return', { inputs: { [key]: value }, outputs: [key] });
const main = (...cards: CardView[]) => aFlow('Main', [aTrigger('list', 'text'), ...cards]);
const message = async (setting: Setting, start = {}) => {
  const { result } = await play({ ...setting, trace: false }, start);
  expect(result.outcome).toBe('error');
  return result.error?.message;
};

describe('limits', () => {
  it('end a flow that starts itself for ever', async () => {
    const limits = { steps: 20_000 };
    expect(await message({ flows: [main(call('again', 'Main', {}, 'run'))], limits })).toBe(
      'The execution has run 20000 cards, which is all that one may.',
    );
  });

  it('end a flow that repeats without end, whatever catches errors', async () => {
    const helper = aFlow('Helper', [
      aTrigger(),
      aCard('r', 'control:times', { inputs: { count: 10_000, flo: 'Helper' } }),
    ]);
    for (const input of helper.cards()[1]?.inputs ?? []) if (input.key === 'flo') input.type = 'flo';
    const attempt = aCard('try', 'control:tryCatch', {
      blocks: {
        try: aBlock([aCard('t', 'control:callable'), call('c', 'Helper')]),
        catch: aBlock([aCard('caught', 'control:callable')]),
      },
    });
    expect(await message({ flows: [main(attempt), helper] })).toMatch(/does one call itself without end\?$/);
  });

  it('end recursion', async () => {
    expect(await message({ flows: [main(call('again', 'Main'))] })).toMatch(
      /is the 1000th in a row of flows that call each other/,
    );
  });

  it('end a list that doubles itself', async () => {
    const double = aCard('d', 'list:concat', {
      inputs: { list1: from('start.list'), list2: from('start.list') },
      outputs: ['output'],
    });
    const grow = main(double, call('again', 'Main', { list: from('d.output') }));
    expect(await message({ flows: [grow] }, { inputs: { list: ['x'.repeat(1_000)] } })).toMatch(
      /MB that (a flow|it) may/,
    );
  });

  it('end many large values that are each small enough', async () => {
    const text = 'x'.repeat(2_000_000);
    const more = aCard('m', 'string:concat', {
      inputs: { string1: from('start.text'), string2: 'y' },
      outputs: ['output'],
    });
    const deep = main(more, call('again', 'Main', { text: from('m.output') }));
    expect(await message({ flows: [deep] }, { inputs: { text } })).toBe(
      'With "output" the flow would hold more than the 100 MB that it may.',
    );
  });

  it('end a value of 1,000 levels, or of any more, and let pass what is less deep', async () => {
    const parse = aCard('p', 'json:parse', { inputs: { string: from('start.text') }, outputs: ['output'] });
    const flows = [main(parse, returns('text', from('p.output')))];
    const levels = (count: number) => '['.repeat(count) + ']'.repeat(count);
    for (const count of [1_000, 100_000]) {
      expect(await message({ flows }, { inputs: { text: levels(count) } })).toMatch(
        /nested deeper|too large/,
      );
    }
    const { result } = await play({ flows }, { inputs: { text: levels(400) } });
    expect(result.outcome).toBe('success');
  });

  it('leave other flows alone', async () => {
    const endless = helperFlow({
      name: 'Fine',
      description: 'Is fine.',
      inputs: { a: field.text() },
      outputs: { a: field.text() },
      body: ({ a }) => ({ a }),
    });
    const { org } = orgWith([endless]);
    const bad = message({ flows: [main(call('again', 'Main'))] });
    const [, good] = await Promise.all([bad, org.run('Fine', { a: 'x' })]);
    expect(good.outputs).toEqual({ a: 'x' });
  });

  it('end a card whose requests take longer than ten minutes', async () => {
    const ask = helperFlow({
      name: 'Ask',
      description: 'Asks a slow service.',
      inputs: {},
      outputs: {},
      body() {
        http.rawRequest({ url: 'https://slow.test/', method: 'GET', headers: {}, query: {}, body: '' });
        return {};
      },
    });
    const clock = virtualClock(START);
    const answersAfter =
      (minutes: number): Transport =>
      async () => {
        await clock.wait(minutes * 60_000);
        return {
          host: 'slow.test',
          path: '/',
          query: {},
          answer: { kind: 'reply', status: 200, headers: {}, body: '' },
        };
      };
    const slow = await orgWith([ask], { clock, transport: answersAfter(11) }).org.run('Ask');
    expect(slow.error?.message).toBe(
      'The card "Raw Request" took longer than the 10 minutes that a step may take.',
    );
    expect((await orgWith([ask], { clock, transport: answersAfter(9) }).org.run('Ask')).outcome).toBe(
      'success',
    );
  });
});

describe('memory', () => {
  const large = ['x'.repeat(10_000)];

  it('holds a value once, however many places hold it, and lets go with the last', () => {
    const memory = newMemory();
    expect(hold(memory, large, 1e9, 'a')).toBe(true);
    const once = memory.bytes;
    hold(memory, large, 1e9, 'b');
    expect(memory.bytes).toBe(once);
    release(memory, [large]);
    expect(memory.bytes).toBe(once);
    release(memory, [large]);
    expect(memory).toEqual({ bytes: 0, holders: new Map() });
  });

  it('does not count what is small', () => {
    const memory = newMemory();
    expect(hold(memory, 'small', 1e9, 'a')).toBe(false);
    expect(hold(memory, 7, 1e9, 'a')).toBe(false);
    expect(memory.bytes).toBe(0);
  });

  it('names what was too much', () => {
    expect(() => hold(newMemory(), large, 1_024 ** 2 / 100, 'users')).toThrow('"users" is larger than');
  });
});
