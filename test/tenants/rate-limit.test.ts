/** The token bucket. */

import fc from 'fast-check';
import { createRateLimit } from '../../tenants/rate-limit';
import { virtualClock } from './support';

const START = Date.UTC(2026, 0, 1) / 1000;

test('two at once, then none until time passes; the headers say so', async () => {
  const clock = virtualClock();
  const take = createRateLimit({ burst: 2, perSecond: 2 }, clock);
  expect(take()).toEqual({
    allowed: true,
    headers: {
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': String(START + 1),
    },
  });
  expect(take().allowed).toBe(true);
  expect(take()).toMatchObject({ allowed: false, headers: { 'x-ratelimit-remaining': '0' } });
  await clock.wait(500);
  expect([take().allowed, take().allowed]).toEqual([true, false]);
});

test('whoever waits for the reset is let in, and nobody gets more than burst plus what time gave', async () => {
  const limits = fc.record({
    burst: fc.integer({ min: 1, max: 50 }),
    perSecond: fc.double({ min: 0.05, max: 20, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }),
      async (limit, waits) => {
        const clock = virtualClock();
        const take = createRateLimit(limit, clock);
        let allowed = 0;
        for (const wait of waits) {
          await clock.wait(wait);
          if (take().allowed) allowed += 1;
        }
        const seconds = clock.now() / 1000 - START;
        expect(allowed).toBeLessThanOrEqual(limit.burst + seconds * limit.perSecond + 1e-6);
        const refused = take();
        await clock.wait(Number(refused.headers['x-ratelimit-reset']) * 1000 - clock.now());
        expect(take().allowed).toBe(true);
      },
    ),
  );
});

test.each([
  { burst: 0, perSecond: 1 },
  { burst: 1, perSecond: 0 },
  { burst: Number.NaN, perSecond: 1 },
])('a limit that lets nothing pass is refused: %j', (limit) => {
  expect(() => createRateLimit(limit, virtualClock())).toThrow('A rate limit needs');
});
