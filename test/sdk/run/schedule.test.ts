import { field, helperFlow, http, scheduledFlow, waitFor } from '../../../sdk/dsl';
import { OrgError } from '../../../sdk/run/org-error';
import { scheduleOf } from '../../../sdk/run/schedule';
import { orgWith } from './support/orgs';
import { aFlow, aTrigger } from './support/views';

const scheduled = (
  name: string,
  schedule: Parameters<typeof scheduledFlow>[0]['schedule'],
  body = () => {},
) => scheduledFlow({ name, description: 'Scheduled.', schedule, body });

describe('scheduleOf', () => {
  const flow = (cron: Record<string, string>) =>
    aFlow('Nightly', [aTrigger()], {
      kind: 'scheduled',
      cron: { seconds: '00', startDate: '', endDate: '', ...cron },
    });
  const dues = (cron: Record<string, string>, after: string, count = 3) => {
    const { next } = scheduleOf(flow(cron));
    const found: (string | null)[] = [];
    let at: number | null = Date.parse(after);
    while (found.length < count && at !== null) {
      at = next(at);
      found.push(at === null ? null : new Date(at).toISOString().slice(0, 16));
    }
    return found;
  };

  it('is in its own time zone, over the change of the clocks', () => {
    const nine = {
      minutes: '0',
      hours: '9',
      dayOfTheMonth: '*/1',
      month: '*',
      dayOfTheWeek: '*',
      timeZone: 'America/Los_Angeles',
    };
    expect(dues(nine, '2026-03-07T00:00:00Z')).toEqual([
      '2026-03-07T17:00',
      '2026-03-08T16:00',
      '2026-03-09T16:00',
    ]);
  });

  it.each([
    [{ minutes: '*/15', hours: '*' }, ['2026-01-01T00:15', '2026-01-01T00:30', '2026-01-01T00:45']],
    [
      { minutes: '0', hours: '2', dayOfTheWeek: '0,4' },
      ['2026-01-01T02:00', '2026-01-04T02:00', '2026-01-08T02:00'],
    ],
    [
      { minutes: '0', hours: '9', dayOfTheMonth: '18', month: '3-12/3' },
      ['2026-03-18T09:00', '2026-06-18T09:00', '2026-09-18T09:00'],
    ],
    [{ minutes: '0', hours: '9-16/1' }, ['2026-01-01T09:00', '2026-01-01T10:00', '2026-01-01T11:00']],
    [{ minutes: '0', hours: '0', endDate: '2026-01-03T00:00:00' }, ['2026-01-02T00:00', null]],
  ])('understands %j', (cron, expected) => {
    expect(dues(cron, '2026-01-01T00:00:00Z')).toEqual(expected);
  });

  it.each<Record<string, string>>([{ minutes: 'x' }, { minutes: '0', timeZone: 'Mars/Olympus' }])(
    'refuses %j',
    (cron) => {
      expect(() => scheduleOf(flow(cron))).toThrow(OrgError);
    },
  );
});

describe('a scheduled flow', () => {
  it('runs when it is due, in the order of time', async () => {
    const { org, events, clock } = orgWith([
      scheduled('Hourly', { everyMinutes: 60 }),
      scheduled('Morning', { daily: { hour: 9, timeZone: 'Europe/Berlin' } }),
    ]);
    const results = await org.runUntil('2026-01-01T09:00:00.000Z');
    const starts = events
      .filter(({ type }) => type === 'flow started')
      .map(({ at, flow }) => `${at.slice(11, 16)} ${flow}`);
    expect(starts).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8]
        .flatMap((hour) => [`0${hour}:00 Hourly`, ...(hour === 8 ? ['08:00 Morning'] : [])])
        .concat('09:00 Hourly'),
    );
    expect(results).toHaveLength(10);
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T09:00:00.000Z');
    expect(await org.advance(59 * 60_000)).toEqual([]);
    expect(await org.advance(60_000)).toHaveLength(1);
  });

  it('goes on beside the next one where it takes longer', async () => {
    const slow = scheduled('Slow', { everyMinutes: 10 }, () => {
      waitFor({ delay: 15, unit: 'minute' });
      http.rawRequest({ url: 'https://api.test/', method: 'GET', headers: {}, query: {}, body: '' });
    });
    const play = async () => {
      const { org, events } = orgWith([slow]);
      const results = await org.advance(20 * 60_000);
      const told = events
        .filter(({ type }) => type === 'flow started' || type === 'flow ended')
        .map(({ at, run, type }) => `${at.slice(11, 16)} ${run} ${type.slice(5)}`);
      return { told, results, events };
    };
    const { told, results, events } = await play();
    expect(told).toEqual([
      '00:10 run-1 started',
      '00:20 run-2 started',
      '00:25 run-1 ended',
      '00:35 run-2 ended',
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
    expect((await play()).events).toEqual(events);
  });

  it('does not run while it is turned off, and makes up for nothing', async () => {
    const { org, events } = orgWith([scheduled('Hourly', { everyMinutes: 60 })]);
    org.deactivate('Hourly');
    expect(await org.advance(3 * 3_600_000)).toEqual([]);
    org.activate('Hourly');
    await org.advance(3_600_000);
    const starts = events.filter(({ type }) => type === 'flow started').map(({ at }) => at.slice(11, 16));
    expect(starts).toEqual(['04:00']);
  });

  it('does not run while it is off, and nothing else is run', async () => {
    const helper = helperFlow({
      name: 'Helper',
      description: 'Helps.',
      inputs: { a: field.text() },
      outputs: {},
      body: () => ({}),
    });
    const { org } = orgWith([helper]);
    expect(await org.advance(86_400_000)).toEqual([]);
    await expect(org.runUntil('soon')).rejects.toThrow('"soon" is not an instant.');
  });
});
