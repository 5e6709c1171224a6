import { field, forEach, helperFlow, http, item, list, repeat, waitFor } from '../../../sdk/dsl';
import { virtualClock } from '../../../sdk/run/clock';
import { httpTransport } from '../../../sdk/run/transport';
import { startAuth0Tenant } from '../../../tenants/auth0';
import { orgWith, START, seconds } from './support/orgs';

const sleeper = helperFlow({
  name: 'Sleeper',
  description: 'Waits so many seconds and says which.',
  inputs: { for: field.number() },
  outputs: { slept: field.number() },
  body(given) {
    waitFor({ delay: given.for, unit: 'second' });
    return { slept: given.for };
  },
});

const sleepers = (concurrency: number) =>
  helperFlow({
    name: 'Sleepers',
    description: 'Lets several wait.',
    inputs: { times: field.listOf(field.number()) },
    outputs: { slept: field.listOf(field.number()) },
    body: ({ times }) => ({ slept: list.map(times, sleeper, { for: item() }, { concurrency }) }),
  });

describe('concurrency', () => {
  const run = async (concurrency: number) => {
    const { org, events } = orgWith([sleepers(concurrency), sleeper]);
    const result = await org.run('Sleepers', { times: [30, 10, 20] });
    return { result, events };
  };

  it.each([
    // One after the other, two at a time (10 ends, then 20 begins), all at once.
    [1, 60, [30, 40, 60]],
    [2, 30, [10, 30, 30]],
    [3, 30, [10, 20, 30]],
  ])('of %d lets waits overlap and keeps the order of results', async (concurrency, total, ends) => {
    const { result, events } = await run(concurrency);
    expect(result.outputs).toEqual({ slept: [30, 10, 20] });
    expect(seconds(events, 'flow ended')).toEqual([...ends, total]);
  });

  it('gives the same trace every time', async () => {
    expect((await run(3)).events).toEqual((await run(3)).events);
  });

  it('stops with the first that fails', async () => {
    const { org } = orgWith([sleepers(2), sleeper]);
    const { outcome, error } = await org.run('Sleepers', { times: [1, 40 * 86_400, 5] });
    expect({ outcome, message: error?.message }).toEqual({
      outcome: 'error',
      message: 'The pause is 3456000 seconds; a flow can wait at most 30 days.',
    });
  });

  it('is at most 200', async () => {
    const nothing = helperFlow({
      name: 'Nothing',
      description: 'Does nothing.',
      inputs: {},
      outputs: {},
      body: () => ({}),
    });
    const many = helperFlow({
      name: 'Many',
      description: 'Too many at once.',
      inputs: { at: field.number() },
      outputs: {},
      body() {
        repeat(3, nothing, {}, { concurrency: 200 });
      },
    });
    const { org } = orgWith([many, nothing], { limits: { concurrency: 100 } });
    const refused = await org.run('Many');
    expect(refused.error?.message).toBe('The concurrency is 200; a card works on at most 100 items at once.');
    const assume = { 'concurrency-above-the-limit': 'works on 200 at once' } as const;
    const lenient = orgWith([many, nothing], { limits: { concurrency: 100 }, assume });
    expect((await lenient.org.run('Many')).outcome).toBe('success');
  });

  it('lets slow answers of a service overlap too, in virtual time and in a fixed order', async () => {
    const asker = helperFlow({
      name: 'Asker',
      description: 'Asks a slow service.',
      inputs: { id: field.text() },
      outputs: {},
      body() {
        http.rawRequest({
          url: 'https://slow.test/api/v2/users/x',
          method: 'GET',
          headers: {},
          query: {},
          body: '',
        });
        return {};
      },
    });
    const askers = helperFlow({
      name: 'Askers',
      description: 'Asks several times at once.',
      inputs: { ids: field.listOf(field.text()) },
      outputs: {},
      body({ ids }) {
        forEach(ids, asker, { id: item() }, { concurrency: 3, ignoreErrors: true });
      },
    });
    const play = async () => {
      const clock = virtualClock(START);
      const tenant = await startAuth0Tenant({
        seed: { domain: 'slow.test', clients: [], users: [] },
        clock,
        random: () => 0.5,
        faults: [{ tenant: 'auth0', path: '*', times: 3, status: 500, delayMs: 60_000 }],
      });
      try {
        const transport = httpTransport({ hosts: { 'slow.test': tenant.url } });
        const { org, events } = orgWith([askers, asker], { clock, transport });
        await org.run('Askers', { ids: ['a', 'b', 'c'] });
        return events;
      } finally {
        await tenant.close();
      }
    };
    const events = await play();
    expect(seconds(events, 'request')).toEqual([60, 60, 60]);
    expect(await play()).toEqual(events);
  });
});
