import { apiEndpointFlow, field, helperFlow, http, item, list, text, waitFor } from '../../../sdk/dsl';
import { readPack } from '../../../sdk/pack/read';
import { writePack } from '../../../sdk/pack/write';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';
import type { TraceEvent } from '../../../sdk/run/trace';
import { orgWith, packOf, START, seconds } from './support/orgs';

const greet = helperFlow({
  name: 'Greet',
  description: 'Greets one.',
  inputs: { name: field.text() },
  outputs: { greeting: field.text() },
  body({ name }) {
    waitFor({ delay: 1, unit: 'minute' });
    const unique = text.random({ length: 8 });
    return { greeting: text.compose`${name} ${unique.output}` };
  },
});
const greetAll = helperFlow({
  name: 'Greet All',
  description: 'Greets several.',
  inputs: { names: field.listOf(field.text()) },
  outputs: { greetings: field.listOf(field.text()) },
  body: ({ names }) => ({ greetings: list.map(names, greet, { name: item() }, { concurrency: 3 }) }),
});

describe('a run', () => {
  const play = async (pack: ReturnType<typeof packOf>) => {
    const events: TraceEvent[] = [];
    const org = createOrg({
      clock: virtualClock(START),
      random: seededRandom('replay'),
      transport: async () => {
        throw new Error('Nobody is asked.');
      },
      onTrace: (event) => events.push(event),
    });
    for (const { id } of org.import(pack, 'x').flows) org.activate(id);
    await org.run('Greet All', { names: ['Ada', 'Grace', 'Mary', 'Joan'] });
    return events;
  };

  it('is the same twice, and the same for a pack and its re-read copy', async () => {
    const pack = packOf(greetAll, greet);
    const first = await play(pack);
    expect(await play(pack)).toEqual(first);
    const read = readPack(writePack(pack), 'copy');
    if (!('pack' in read)) throw new Error('The copy is no pack.');
    expect(await play(read.pack)).toEqual(first);
  });

  it('waits minutes between its retries and takes none', async () => {
    const ask = helperFlow({
      name: 'Ask',
      description: 'Asks a busy service.',
      inputs: {},
      outputs: {},
      body() {
        http.rawRequest({ url: 'https://busy.test/', method: 'GET', headers: {}, query: {}, body: '' });
        return {};
      },
    });
    const busy = { kind: 'reply', status: 429, headers: {}, body: '' } as const;
    const { org, events } = orgWith([ask], {
      transport: async () => ({ host: 'busy.test', path: '/', query: {}, answer: busy }),
    });
    const since = performance.now();
    const { error } = await org.run('Ask');
    expect(performance.now() - since).toBeLessThan(1_000);
    expect(error?.statusCode).toBe(429);
    const waits = events.flatMap((event) => (event.type === 'retry' ? [event.waitMs] : []));
    expect(waits).toHaveLength(3);
    for (const wait of waits) {
      expect(wait).toBeGreaterThanOrEqual(60_000);
      expect(wait).toBeLessThanOrEqual(180_000);
    }
    const total = waits.reduce((sum, wait) => sum + wait, 0) / 1_000;
    expect(seconds(events, 'flow ended')).toEqual([total]);
  });
});

describe('inputs by hand', () => {
  it('reach the fields of an API endpoint whatever their group', async () => {
    const flow = apiEndpointFlow({
      name: 'Endpoint',
      description: 'Takes an address.',
      securityLevel: 'open',
      accepts: { email: field.text() },
      body({ email }) {
        text.toLowerCase({ string: email });
      },
    });
    const { org, events } = orgWith([flow]);
    await org.run('Endpoint', { email: 'ADA' });
    expect(events).toContainEqual(expect.objectContaining({ type: 'card', outputs: { output: 'ada' } }));
  });
});
