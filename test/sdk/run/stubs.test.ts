import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import { fullShape } from '../../../sdk/run/sample';
import { stubsOf } from '../../../sdk/run/stubs';
import { play, reply, type Setting } from './support/machine';
import { aBlock, aCard, aFlow, aTrigger, from } from './support/views';

describe('stubsOf', () => {
  it('gives one output every time, several in turn, and the last of them again', () => {
    const stubs = stubsOf({ 'slack:post': { ok: true }, 'slack:read': [1, 2] });
    const read = () => stubs.card('slack:read');
    expect([stubs.card('slack:post'), stubs.card('slack:post')]).toEqual(
      Array(2).fill({ output: { ok: true } }),
    );
    expect([read(), read(), read()]).toEqual([{ output: 1 }, { output: 2 }, { output: 2 }]);
    expect(stubs.card('slack:other')).toBeNull();
  });

  it('tells a failure from an output that has a status', () => {
    const stubs = stubsOf({
      'a:b': { status: 404, message: 'Gone.' },
      'a:c': { status: 'ACTIVE', message: 'x' },
    });
    expect(stubs.card('a:b')).toEqual({ failure: { status: 404, message: 'Gone.' } });
    expect(stubs.card('a:c')).toEqual({ output: { status: 'ACTIVE', message: 'x' } });
  });

  it.each([
    ['GET https://api.test/users', 'GET', 'https://api.test/users?limit=1', true],
    ['GET https://api.test/users?limit=1', 'GET', 'https://api.test/users?limit=2', false],
    ['get https://api.test/users/*', 'GET', 'https://api.test/users/7/roles', true],
    ['GET https://api.test/users', 'POST', 'https://api.test/users', false],
    ['GET https://api.test/users', 'GET', 'https://api.test/users/7', false],
    ['GET https://api.test/a.b', 'GET', 'https://api.test/aXb', false],
  ])('%s for %s %s: %s', (key, method, url, found) => {
    expect(stubsOf({ [key]: 1 }).request(method, url) !== null).toBe(found);
  });
});

describe('a stub', () => {
  const card = (outputs: string[], more: Partial<Parameters<typeof aCard>[2]> = {}) =>
    aCard('x', 'slack@1.0.0:readUser2', { title: 'Read User', outputs, ...more });
  const flow = (...cards: CardView[]): Setting => ({ flows: [aFlow('Main', [aTrigger('id'), ...cards])] });
  const back = (value: ReturnType<typeof from>) =>
    aCard('return', 'control:return', { inputs: { value }, outputs: ['value'] });
  const stubbed = async (setting: Setting, stubs: Record<string, Json>) =>
    (await play({ ...setting, stubs: stubsOf(stubs) })).result;

  it.each<[string, Json]>([
    ['by group and key', { User: { ID: 'U1' } }],
    ['by key', { ID: 'U1' }],
  ])('answers a card %s', async (_how, output) => {
    const setting = flow(card(['User/ID', 'User/Name']), back(from('x.User/ID')));
    expect((await stubbed(setting, { 'slack:readUser2': output })).outputs).toEqual({ value: 'U1' });
  });

  it('fails the card, which is tried again where its policy says so', async () => {
    const setting = flow(
      card(['ID'], { onError: { retries: 1, delay: [60_000, 60_000] } }),
      back(from('x.ID')),
    );
    const stubs: Record<string, Json> = {
      'slack:readUser2': [{ status: 429, message: 'Slow down.' }, { ID: 'U1' }],
    };
    const { result, events } = await play({ ...setting, stubs: stubsOf(stubs) });
    expect(result.outputs).toEqual({ value: 'U1' });
    expect(events).toContainEqual(expect.objectContaining({ type: 'retry', message: 'Slow down.' }));
    const failed = await stubbed(setting, { 'slack:readUser2': { status: 404, message: 'Nobody.' } });
    expect(failed.error).toMatchObject({ message: 'Nobody.', statusCode: 404 });
  });

  it('that is missing ends the run and is shown as it would be written', async () => {
    const { outcome, error } = await stubbed(flow(card(['User/ID', 'ok'])), {});
    expect(outcome).toBe('error');
    expect(error?.message).toContain('"stubs": { "slack:readUser2": {"User":{"ID":"ID 1"},"ok":"ok 1"} }');
  });

  it('answers a request instead of its host', async () => {
    const request = aCard('r', 'http:raw', {
      inputs: { url: 'https://api.test/things', method: 'GET', headers: {}, query: {}, body: '' },
      outputs: ['statusCode', 'body'],
    });
    const setting = flow(request, back(from('r.body')));
    const played = await play({
      ...setting,
      answers: [reply(500, {})],
      stubs: stubsOf({ 'GET https://api.test/things': { items: [1] } }),
    });
    expect(played.result.outputs).toEqual({ value: '{"items":[1]}' });
    expect(played.requests).toEqual([]);
    expect(played.events).toContainEqual(
      expect.objectContaining({ type: 'request', status: 200, stub: true }),
    );
    const failed = await stubbed(setting, { 'GET https://api.test/*': { status: 403, message: 'Not you.' } });
    expect(failed.error).toMatchObject({ message: 'Not you.', statusCode: 403 });
  });

  it('streams its records to the helper flow, with the state, and counts them', async () => {
    const search = aCard('x', 'okta@1.0.0:searchSystemLogs', {
      inputs: { 'Streaming/Flow': 'Helper', 'Streaming/days': 30 },
      outputs: ['Result/Records Streamed'],
    });
    for (const input of search.inputs) {
      if (input.key === 'Flow') Object.assign(input, { type: 'flo', custom: false });
    }
    const [count] = search.outputs;
    if (count !== undefined) count.type = 'number';
    const helper = aFlow('Helper', [aTrigger('Record', 'State')]);
    const main = aFlow('Main', [aTrigger(), search, back(from('x.Result/Records Streamed'))]);
    const stubs = stubsOf({ 'okta:searchSystemLogs': { Record: [{ uuid: 'a' }, { uuid: 'b' }] } });
    const { result, events } = await play({ flows: [main, helper], stubs });
    expect(result.outputs).toEqual({ value: 2 });
    expect(events.flatMap((event) => (event.type === 'flow started' ? [event.inputs] : []))).toEqual([
      {},
      { Record: { uuid: 'a' }, State: { days: 30 } },
      { Record: { uuid: 'b' }, State: { days: 30 } },
    ]);
  });
});

describe('made-up answers', () => {
  const auto = stubsOf({}, fullShape);
  const search = aCard('s', 'slack@1.0.0:search', { outputs: ['users', 'next'] });
  const [users, next] = search.outputs;
  if (users !== undefined) Object.assign(users, { type: 'object', list: true });
  if (next !== undefined) next.type = 'number';

  it('follow the types of the outputs, with lists of two, and hold what later cards pick', async () => {
    const first = aCard('f', 'list:at', { inputs: { list: from('s.users'), index: 0 }, outputs: ['item'] });
    const name = aCard('g', 'object:get', {
      inputs: { object: from('f.item'), path: 'profile.name' },
      outputs: ['output'],
    });
    for (const input of first.inputs) if (input.key === 'list') input.list = true;
    const main = aFlow('Main', [aTrigger(), search, first, name]);
    const { events } = await play({ flows: [main], stubs: auto });
    expect(events.find((event) => event.type === 'card' && event.card === 's')).toMatchObject({
      outputs: {
        next: 1,
        users: [{ profile: { name: 'name 1' } }, { profile: { name: 'name 2' } }],
      },
    });
    expect(events.find((event) => event.type === 'card' && event.card === 'g')).toMatchObject({
      outputs: { output: 'name 1' },
    });
  });

  it('are made for hosts that nobody knows, and for nobody else', async () => {
    const request = aCard('r', 'http:raw', {
      inputs: { url: 'https://api.test/things', method: 'GET', headers: {}, query: {}, body: '' },
      outputs: ['statusCode', 'body'],
    });
    const main = aFlow('Main', [aTrigger(), request]);
    const unknown = await play({
      flows: [main],
      stubs: auto,
      answers: [{ kind: 'unknown host', message: 'No.' }],
    });
    expect(unknown.events).toContainEqual(
      expect.objectContaining({ type: 'request', stub: true, reply: { id: '1' } }),
    );
    const known = await play({ flows: [main], stubs: auto, answers: [reply(200, { real: true })] });
    expect(known.events).toContainEqual(expect.objectContaining({ type: 'request', reply: { real: true } }));
  });

  it('can fail only where an If Error stands by', async () => {
    const attempt = aCard('try', 'control:tryCatch', {
      blocks: {
        try: aBlock([aCard('t', 'control:callable'), { ...search, id: 'inner' }]),
        catch: aBlock([
          aCard('c', 'control:callable'),
          aCard('seen', 'control:let', { inputs: { a: 1 }, outputs: ['a'] }),
        ]),
      },
    });
    const stubs = stubsOf({}, { ...fullShape, fails: 404, onlyCaught: true });
    const { result, events } = await play({ flows: [aFlow('Main', [aTrigger(), search, attempt])], stubs });
    expect(result.outcome).toBe('success');
    expect(events.map((event) => ('card' in event ? event.card : ''))).toContain('seen');
  });
});
