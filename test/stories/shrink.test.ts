/** A failing story becomes as small as it can. */

import fc from 'fast-check';
import { shrink } from './shrink';
import { story } from './stories';
import type { Story } from './story';

test('what is left is what the failure takes, and fails still', async () => {
  const isBad = async ({ steps, faults }: Story) =>
    steps.some((step) => step.do === 'wait') && faults.some((fault) => fault.status === 500);
  const bad: Story[] = [];
  for (const each of fc.sample(story, { numRuns: 200, seed: 3 })) if (await isBad(each)) bad.push(each);
  expect(bad.length).toBeGreaterThan(3);
  for (const each of bad) {
    const small = await shrink(each, isBad);
    expect(await isBad(small)).toBe(true);
    expect(small).toMatchObject({ plan: 'enterprise', limited: false, night: false, tableFaults: [] });
    expect([small.people.length, small.steps.length, small.faults.length]).toEqual([1, 1, 1]);
    expect(small.faults[0]).toMatchObject({ after: 0, times: 1 });
  }
});
