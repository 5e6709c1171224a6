import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import { aTable, play, reply, type Setting } from './support/machine';
import { aBlock, aCard, aFlow, aTrigger, type CardPlan, from } from './support/views';

const returns = (values: NonNullable<CardPlan['inputs']>, id = 'return') =>
  aCard(id, 'control:return', { inputs: values, outputs: Object.keys(values), title: 'Return' });
const request = (id: string, plan: CardPlan = {}) =>
  aCard(id, 'http:raw', {
    title: 'Raw Request',
    ...plan,
    inputs: { url: 'https://acme.test/x', method: 'GET', headers: {}, query: {}, body: '', ...plan.inputs },
    outputs: ['statusCode', 'headers', 'body'],
  });
const fails = (message: Json | ReturnType<typeof from>, statusCode = 500) =>
  aCard('throw', 'control:throw', { title: 'Return Error', inputs: { statusCode, message } });
const call = (id: string, flow: string, inputs: CardPlan['inputs'] = {}, outputs: string[] = []) =>
  aCard(id, 'control:spawn', { title: `Call ${flow}`, inputs: { flo: flow, ...inputs }, outputs });
const assign = (id: string, values: NonNullable<CardPlan['inputs']>) =>
  aCard(id, 'control:let', { inputs: values, outputs: Object.keys(values) });
const stopsUnless = (a: Json | ReturnType<typeof from>, b: Json) =>
  aCard('go', 'control:continueIf', { inputs: { 'left-operand': a, operator: '==', 'right-operand': b } });
const caught = (key: string) => aCard('caught', 'control:callable', { outputs: [key] });

const one = (...cards: CardView[]): Setting => ({
  flows: [aFlow('Main', [aTrigger('name', 'list'), ...cards])],
});

describe('runFlow', () => {
  it('runs cards in order and hands values from one to the next', async () => {
    const { result, events } = await play(
      one(
        aCard('join', 'string:concat', {
          inputs: { string1: 'Hello ', string2: from('start.name') },
          outputs: ['output'],
        }),
        returns({ greeting: from('join.output') }),
      ),
      { inputs: { name: 'Ada' } },
    );
    expect(result).toEqual({
      flow: 'Main',
      runId: 'run-1',
      outcome: 'success',
      outputs: { greeting: 'Hello Ada' },
      groups: {},
      innerErrors: [],
    });
    expect(events.map(({ type }) => type)).toEqual(['flow started', 'card', 'card', 'flow ended']);
  });

  it('gives the same result without anybody listening', async () => {
    const setting = one(returns({ a: from('start.name') }));
    const quiet = await play({ ...setting, trace: false }, { inputs: { name: 'x' } });
    expect(quiet.result).toEqual((await play(setting, { inputs: { name: 'x' } })).result);
    expect(quiet.events).toEqual([]);
  });

  it('tells only of what somebody wants to know', async () => {
    const setting = one(returns({ a: from('start.name') }));
    const { events } = await play({ ...setting, traced: ['flow ended'] }, { inputs: { name: 'x' } });
    const all = await play(setting, { inputs: { name: 'x' } });
    expect(events).toEqual(all.events.filter(({ type }) => type === 'flow ended'));
  });

  it('tells a flow about its own run', async () => {
    const helper = aFlow('Helper', [
      aTrigger('context/execution_id', 'context/parent', 'context/index'),
      returns({ id: from('start.context/execution_id'), parent: from('start.context/parent') }),
    ]);
    const main = aFlow('Main', [
      aTrigger(),
      call('c', 'Helper', {}, ['id', 'parent']),
      returns({ p: from('c.parent'), i: from('c.id') }),
    ]);
    const { result } = await play({ flows: [main, helper] });
    expect(result.outputs).toEqual({
      i: 'run-2',
      p: { id: '1', method: 'c', name: 'Main', execution_id: 'run-1' },
    });
  });

  describe('If/Else', () => {
    const choose = (then: CardView[], otherwise: CardView[]) =>
      aCard('if', 'control:if', {
        title: 'If/Else',
        inputs: { 'left-operand': from('start.name'), operator: '==', 'right-operand': 'Ada' },
        outputs: ['result', 'chosen', 'result of branch'],
        blocks: {
          then: aBlock(then, { chosen: from('yes.v') }),
          else: aBlock(otherwise, { chosen: from('no.v') }),
        },
      });

    it.each([
      ['Ada', 'yes'],
      ['Bob', 'no'],
    ])('for %s takes the value of the branch that ran', async (name, chosen) => {
      const card = choose([assign('yes', { v: 'yes' })], [assign('no', { v: 'no' })]);
      const { result } = await play(one(card, returns({ chosen: from('if.chosen'), r: from('if.result') })), {
        inputs: { name },
      });
      expect(result.outputs).toEqual({ chosen, r: name === 'Ada' });
    });

    it('is left, with its flow, by a Return or a Continue If in a branch', async () => {
      const after = returns({ reached: true }, 'after');
      const left = await play(one(choose([returns({ early: 1 })], []), after), { inputs: { name: 'Ada' } });
      expect(left.result).toMatchObject({ outcome: 'success', outputs: { early: 1 } });
      const stopped = await play(one(choose([stopsUnless('a', 'b')], []), after), {
        inputs: { name: 'Ada' },
      });
      expect(stopped.result).toMatchObject({ outcome: 'stopped', outputs: { message: null } });
    });
  });

  describe('If Error', () => {
    const attempt = (cards: CardView[], handler: CardView[]) =>
      aCard('try', 'control:tryCatch', {
        title: 'If Error',
        outputs: ['message', 'code'],
        blocks: {
          try: aBlock([aCard('begin', 'control:callable'), ...cards]),
          catch: aBlock([caught('context/error'), ...handler]),
        },
      });
    const described = returns(
      {
        message: from('caught.context/error', { path: ['message'] }),
        code: from('caught.context/error', { path: ['statusCode'] }),
      },
      'handled',
    );
    const result = returns({ message: from('try.message'), code: from('try.code') });

    it('hands the error to its second block, and goes on after it', async () => {
      const played = await play({
        ...one(attempt([request('r')], [described]), result),
        answers: [reply(404, { message: 'No such thing.' })],
      });
      expect(played.result).toMatchObject({
        outcome: 'success',
        outputs: { message: 'No such thing.', code: 404 },
      });
    });

    it('is all that a Return or a Continue If inside it leaves', async () => {
      const returned = await play(one(attempt([returns({ message: 'fine', code: 1 })], []), result));
      expect(returned.result.outputs).toEqual({ message: 'fine', code: 1 });
      const stopped = await play(one(attempt([stopsUnless(1, 2)], []), returns({ reached: true })));
      expect(stopped.result).toMatchObject({ outcome: 'success', outputs: { reached: true } });
    });

    it('sees what cards around it gave', async () => {
      const inner = attempt([returns({ message: from('before.v'), code: 0 })], []);
      const { result: played } = await play(one(assign('before', { v: 'outer' }), inner, result));
      expect(played.outputs.message).toBe('outer');
    });

    it('cannot catch what halts the run: an unknown host', async () => {
      const played = await play({
        ...one(attempt([request('r')], [described]), result),
        answers: [{ kind: 'unknown host', message: 'The world does not know the host "acme.test".' }],
      });
      expect(played.result).toMatchObject({
        outcome: 'error',
        error: {
          message: expect.stringMatching(
            /^The world does not know the host "acme.test".*"GET https:.*--auto-stub/,
          ),
          flow: 'Main',
          card: 'Raw Request',
        },
      });
    });

    it('cannot catch a card that nobody knows', async () => {
      const played = await play(
        one(attempt([aCard('x', 'slack@1.0.0:post', { title: 'Post' })], [described])),
      );
      expect(played.result.error?.message).toBe(
        'Nothing answers the card "Post" (slack:post) of the flow "Main": its connector "slack" is not in the org. Deploy it, if it was made in Connector Builder, or add to the world: "stubs": { "slack:post": {} }. With --auto-stub such answers are made up.',
      );
    });
  });

  describe('errors', () => {
    it('keep where they began, and the way they came', async () => {
      const inner = aFlow('Inner', [aTrigger(), fails('Broken.', 409)]);
      const middle = aFlow('Middle', [aTrigger(), call('m', 'Inner')]);
      const main = aFlow('Main', [aTrigger(), call('c', 'Middle')]);
      const { result, events } = await play({ flows: [main, middle, inner] });
      expect(result).toMatchObject({
        outcome: 'error',
        outputs: {},
        error: {
          message: 'Broken.',
          statusCode: 409,
          flow: 'Inner',
          card: 'Return Error',
          callers: [
            { flow: 'Middle', card: 'Call Inner' },
            { flow: 'Main', card: 'Call Middle' },
          ],
        },
      });
      const told = events.flatMap((event) => (event.type === 'error' ? [[event.title, event.origin]] : []));
      expect(told).toEqual([
        ['Return Error', true],
        ['Call Inner', false],
        ['Call Middle', false],
      ]);
    });

    it('of a request without an answer have no status', async () => {
      const { result } = await play({
        ...one(request('r')),
        answers: [{ kind: 'no answer', message: 'Gone.' }],
      });
      expect(result.error).toMatchObject({ message: 'Gone.', statusCode: null });
    });

    it.each([
      ['', 'names no flow'],
      ['Nowhere', 'calls the flow "Nowhere", which is not in the org'],
      ['Helper', 'calls the flow "Helper", which is off; activate it'],
    ])('say what is wrong with a call of %j', async (flow, message) => {
      const main = aFlow('Main', [aTrigger(), call('c', flow)]);
      const { result } = await play({ flows: [main, aFlow('Helper', [aTrigger()])], off: ['Helper'] });
      expect(result.error?.message).toContain(message);
    });
  });

  describe('retries', () => {
    const onError = { retries: 3, delay: [60_000, 180_000] as [number, number], condition: 'ratelimits' };

    it('wait on the clock, and end with the first answer that is none', async () => {
      const limited = reply(429, { message: 'Too many.' });
      const { result, events, requests } = await play({
        ...one(request('r', { onError }), returns({ status: from('r.statusCode') })),
        answers: [limited, reply(504, {}), reply(200, {})],
      });
      expect(result.outputs).toEqual({ status: 200 });
      expect(requests).toHaveLength(3);
      const waits = events.flatMap((event) => (event.type === 'retry' ? [event] : []));
      expect(waits.map(({ attempt, of, statusCode }) => [attempt, of, statusCode])).toEqual([
        [1, 3, 429],
        [2, 3, 504],
      ]);
      const waited = waits.reduce((sum, { waitMs }) => sum + waitMs, 0);
      expect(waited).toBeGreaterThanOrEqual(120_000);
      expect(events.at(-1)?.at).toBe(new Date(Date.parse('2026-01-01T00:00:00.000Z') + waited).toISOString());
    });

    it('are given up in the end', async () => {
      const { result, requests } = await play({
        ...one(request('r', { onError })),
        answers: [reply(429, { message: 'Too many.' })],
      });
      expect(result.error).toMatchObject({ message: 'Too many.', statusCode: 429 });
      expect(requests).toHaveLength(4);
    });

    it.each([400, 401, 404, 500, 503])('do not help against %d', async (status) => {
      const { requests } = await play({ ...one(request('r', { onError })), answers: [reply(status, {})] });
      expect(requests).toHaveLength(1);
    });
  });

  describe('error policies', () => {
    it('run another flow, which receives the error', async () => {
      const handler = aFlow('Handler', [
        aTrigger('context/error'),
        aCard('row', 'stash@0.7.148:createRow', {
          inputs: {
            'parameters/stash': 't',
            'Fields/message': from('start.context/error', { path: ['message'] }),
          },
        }),
      ]);
      const main = one(request('r', { onError: { then: 'run flow', flow: 'Handler' } })).flows;
      const errors = aTable('errors', 'message');
      const { result, events } = await play({
        flows: [...main, handler],
        tables: { t: errors },
        answers: [reply(500, { message: 'Down.' })],
      });
      expect(result).toMatchObject({ outcome: 'error', error: { message: 'Down.', card: 'Raw Request' } });
      expect(errors.rows().map((row) => row.fields)).toEqual([{ message: 'Down.' }]);
      expect(events.find((event) => event.type === 'table')).toMatchObject({
        table: 'errors',
        change: 'insert',
      });
    });

    it('return: the flow has failed, but its caller goes on', async () => {
      const helper = aFlow('Helper', [aTrigger(), request('r', { onError: { then: 'return' } })]);
      const main = aFlow('Main', [
        aTrigger(),
        call('c', 'Helper', {}, ['v']),
        returns({ v: from('c.v'), done: true }),
      ]);
      const { result, events } = await play({ flows: [main, helper], answers: [reply(500, {})] });
      expect(result).toMatchObject({ outcome: 'success', outputs: { v: null, done: true } });
      const ended = events.flatMap((event) => (event.type === 'flow ended' ? [event.outcome] : []));
      expect(ended).toEqual(['error', 'success']);
    });
  });

  describe('iterators', () => {
    const helper = aFlow('Helper', [
      aTrigger('user', 'same', 'context/index'),
      returns({ user: from('start.user'), same: from('start.same'), at: from('start.context/index') }),
    ]);

    it('bind the item, a part of it, and what stays the same', async () => {
      const map = aCard('map', 'list:map', {
        inputs: { list: from('start.list'), flo: 'Helper', concurrency: 1 },
        each: { user: { path: 'User.Name' }, same: { value: from('start.name') } },
        outputs: ['new list'],
      });
      const main = aFlow('Main', [aTrigger('list', 'name'), map, returns({ all: from('map.new list') })]);
      const { result } = await play(
        { flows: [main, helper] },
        { inputs: { name: 'n', list: [{ User: { Name: 'Ada' } }, { 'User.Name': 'Bob' }, {}] } },
      );
      expect(result.outputs.all).toEqual([
        { user: 'Ada', same: 'n', at: 0 },
        { user: 'Bob', same: 'n', at: 1 },
        { user: null, same: 'n', at: 2 },
      ]);
    });
  });

  describe('events', () => {
    const body = (cards: CardView[]) =>
      aFlow(
        'On Event',
        [
          aTrigger('collection'),
          aCard('each', 'list:asyncEach', {
            title: 'For Each - Ignore Errors',
            inputs: { list: from('start.collection'), concurrency: 1 },
            blocks: {
              each: aBlock([aCard('event', 'okta@1.0.690:x', { outputs: ['Output/UUID'] }), ...cards]),
            },
          }),
        ],
        { kind: 'event' },
      );
    const start = { inputs: { collection: [{ Output: { UUID: 'u1' } }] } };

    it('give the body the fields of the event', async () => {
      const { result, events } = await play(
        { flows: [body([assign('a', { id: from('event.Output/UUID') })])] },
        start,
      );
      expect(result.outcome).toBe('success');
      expect(events.find((event) => event.type === 'card')).toMatchObject({
        block: ['For Each - Ignore Errors', 'each'],
        inputs: { id: 'u1' },
      });
    });

    it('remember the error that the platform passes over', async () => {
      const { result } = await play({ flows: [body([fails('No user.', 404)])] }, start);
      expect(result).toMatchObject({
        outcome: 'success',
        innerErrors: [{ message: 'No user.', statusCode: 404, card: 'Return Error', flow: 'On Event' }],
      });
    });

    it('count as stopped when a Continue If ends the body', async () => {
      const { result } = await play({ flows: [body([stopsUnless(from('event.Output/UUID'), 'u2')])] }, start);
      expect(result).toMatchObject({ outcome: 'stopped', innerErrors: [] });
    });
  });

  it('runs flows that are started without waiting, after the one that started them', async () => {
    const main = aFlow('Main', [
      aTrigger(),
      aCard('go', 'control:run', { inputs: { flo: 'Later', n: 1 } }),
      assign('a', {}),
    ]);
    const later = aFlow('Later', [aTrigger('n'), fails('Not the caller’s business.')]);
    const { result, events } = await play({ flows: [main, later] });
    expect(result.outcome).toBe('success');
    const flows = events.flatMap(({ type, flow }) =>
      type === 'flow started' || type === 'flow ended' ? [flow] : [],
    );
    expect(flows).toEqual(['Main', 'Main', 'Later', 'Later']);
  });

  describe('cards of a deployed connector', () => {
    const action = aFlow('getUser', [
      aCard('start', 'control:callable', { outputs: ['auth/blob', 'Options/mode_1', 'Inputs/email_2'] }),
      aCard('end', 'control:return', {
        inputs: {
          'Outputs/id_3': from('start.Inputs/email_2'),
          'Outputs/how_4': from('start.Options/mode_1'),
          'Outputs/who_5': from('start.auth/blob', { path: ['domain'] }),
        },
      }),
    ]);
    const card = aCard('get', 'acme@0.1.0:getUser', {
      inputs: { 'parameters/mode_1': 'first', 'User/email_2': from('start.name') },
      outputs: ['User/id_3', 'Result/how_4', 'Result/who_5', 'Result/missing_6'],
    });

    it('run the action’s own flow, by the groups of Connector Builder', async () => {
      const main = aFlow('Main', [
        aTrigger('name'),
        card,
        returns({
          id: from('get.User/id_3'),
          how: from('get.Result/how_4'),
          who: from('get.Result/who_5'),
          none: from('get.Result/missing_6'),
        }),
      ]);
      const { result } = await play({ flows: [main, action] }, { inputs: { name: 'ada@acme.test' } });
      expect(result.outputs).toEqual({ id: 'ada@acme.test', how: 'first', who: 'acme.test', none: null });
    });
  });

  describe('limits', () => {
    it('end a flow that calls itself', async () => {
      const { result } = await play({
        flows: [aFlow('Main', [aTrigger(), call('c', 'Main')])],
        trace: false,
      });
      expect(result).toMatchObject({ outcome: 'error', error: { flow: 'Main', statusCode: null } });
      expect(result.error?.message).toContain('does one call itself without end?');
    });

    it('end a flow that runs too many cards, whatever catches its errors', async () => {
      const loop = aFlow('Loop', [
        aTrigger(),
        aCard('times', 'control:times', { inputs: { count: 10_000, flo: 'Inner', concurrency: 1 } }),
      ]);
      const inner = aFlow('Inner', [aTrigger(), assign('a', { x: 1 })]);
      const { result } = await play({ flows: [loop, inner], limits: { steps: 500 }, trace: false });
      expect(result.error?.message).toBe('The execution has run 500 cards, which is all that one may.');
    });

    it('make a card fail whose value is too large, so that If Error can tell', async () => {
      const card = aCard('join', 'string:concat', {
        inputs: { string1: 'x'.repeat(600_000), string2: 'y'.repeat(600_000) },
        outputs: ['output'],
      });
      const { result } = await play({ ...one(card), limits: { bytes: 2 * 1024 ** 2 }, trace: false });
      expect(result.error).toMatchObject({
        message: '"output" is larger than the 2 MB that a flow may hold.',
        card: 'concat',
      });
    });

    it('make a card fail whose value is nested without end', async () => {
      let deep: Json = {};
      for (let level = 0; level < 200_000; level++) deep = { a: deep };
      const card = aCard('s', 'json:stringify', {
        inputs: { object: from('start.name') },
        outputs: ['output'],
      });
      const { result } = await play({ ...one(card), trace: false }, { inputs: { name: deep } });
      expect(result.error?.message).toMatch(/too large|nested/);
    });
  });

  it('does the same twice: ids, times and all', async () => {
    const setting = (): Setting => ({
      ...one(request('r', { onError: { retries: 2, delay: [1, 1_000] } }), returns({ h: from('r.headers') })),
      answers: [reply(429, {}), reply(200, {}, { date: new Date().toUTCString() })],
    });
    const first = await play(setting());
    await new Promise((resolve) => setImmediate(resolve));
    expect((await play(setting())).events).toEqual(first.events);
    expect(first.result.outputs).toMatchObject({
      h: { date: expect.stringContaining('01 Jan 2026 00:00:') },
    });
  });
});
