import { virtualClock } from '../../../sdk/run/clock';

const START = '2026-01-01T00:00:00.000Z';

describe('virtualClock', () => {
  it('stands still until somebody waits, and then passes at once', async () => {
    const clock = virtualClock(START);
    expect(clock.now()).toBe(Date.parse(START));
    await clock.wait(30 * 86_400_000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-31T00:00:00.000Z');
  });

  it('wakes those who wait together in the order of their instants, each at its own', async () => {
    const clock = virtualClock(START);
    const woken: [string, number][] = [];
    const wait = async (name: string, ms: number) => {
      await clock.wait(ms);
      woken.push([name, clock.now() - Date.parse(START)]);
    };
    await Promise.all([
      wait('long', 1_000),
      wait('short', 10),
      wait('second', 10),
      (async () => {
        await wait('a', 400);
        await wait('b', 400);
      })(),
    ]);
    expect(woken).toEqual([
      ['short', 10],
      ['second', 10],
      ['a', 400],
      ['b', 800],
      ['long', 1_000],
    ]);
  });

  it.each([0, -5, Number.NaN])('does not move for a wait of %p', async (ms) => {
    const clock = virtualClock(START);
    await clock.wait(ms);
    expect(clock.now()).toBe(Date.parse(START));
  });

  it('refuses a start that is no instant', () => {
    expect(() => virtualClock('soon')).toThrow('"soon" is not an instant');
  });

  it('stands still while something outside works, whatever others wait for', async () => {
    const clock = virtualClock(START);
    const happened: string[] = [];
    const other = clock.pause(1_000).then(() => void happened.push('waited'));
    await clock.during(async () => {
      await new Promise((go) => setImmediate(() => setImmediate(go)));
      happened.push('answered');
    });
    await other;
    expect(happened).toEqual(['answered', 'waited']);
  });

  it('goes on where what works outside waits itself, and says so', async () => {
    const clock = virtualClock(START);
    const waits = jest.fn();
    await clock.during(() => clock.wait(5_000), { waits });
    expect(clock.now() - Date.parse(START)).toBe(5_000);
    expect(waits).toHaveBeenCalledTimes(1);
  });
});
