/** The queue of deliveries. */

import { createDeliveries } from '../../../tenants/okta/deliveries';

test('in order, one after another, later arrivals included', async () => {
  const seen: string[] = [];
  const queue = createDeliveries(async (one: number) => {
    seen.push(`start ${one}`);
    await Promise.resolve();
    if (one === 1) queue.push(3);
    seen.push(`end ${one}`);
  });
  queue.push(1);
  queue.push(2);
  expect(seen).toEqual([]);
  await queue.settled();
  expect(seen).toEqual(['start 1', 'end 1', 'start 2', 'end 2', 'start 3', 'end 3']);
});

test('an error is told by settled, once, and does not stop the rest', async () => {
  const seen: number[] = [];
  const queue = createDeliveries((one: number) => {
    seen.push(one);
    if (one === 1) throw new Error('receiver failed');
  });
  queue.push(1);
  queue.push(2);
  await expect(queue.settled()).rejects.toThrow('receiver failed');
  expect(seen).toEqual([1, 2]);
  await queue.settled();
});

test('held, nothing arrives but what is handed out: late, doubled, in another order, or not at all', async () => {
  const seen: string[] = [];
  const queue = createDeliveries((one: string) => void seen.push(one), 'held');
  for (const one of ['a', 'b', 'c']) queue.push(one);
  await queue.settled();
  expect([seen, queue.pending()]).toEqual([[], ['a', 'b', 'c']]);
  await queue.deliver(2);
  await queue.deliver(0, 2);
  expect(queue.drop(0)).toBe('b');
  expect([seen, queue.pending()]).toEqual([['c', 'a', 'a'], []]);
  queue.push('b');
  await queue.deliver(0);
  expect(seen).toEqual(['c', 'a', 'a', 'b']);
  expect(() => queue.deliver(0)).toThrow('No delivery is pending under 0');
  expect(() => queue.drop(-1)).toThrow(RangeError);
});

test('what a receiver throws, the hand-over tells', async () => {
  const queue = createDeliveries(() => {
    throw new Error('receiver failed');
  }, 'held');
  queue.push(1);
  await expect(queue.deliver(0)).rejects.toThrow('receiver failed');
});
