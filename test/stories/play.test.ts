/** Random stories: whatever goes wrong, nobody who is gone gets in, nobody else is kept out, and nothing is lost. */

import fc from 'fast-check';
import { undocumented } from '../../sdk/cards/undocumented';
import { play } from './play';
import { story } from './stories';
import { faultKinds, kindOf, type Story, tableFaultKinds, tableKindOf } from './story';

/** The same stories every time; `npm run stories` plays others. */
const stories = fc.sample(story, { numRuns: 300, seed: 11 });

/** A failing story is printed whole: `npm run stories -- FILE.json` plays it again. */
async function wrongIn(each: Story, options: Parameters<typeof play>[1] = {}): Promise<string[]> {
  const { wrong } = await play(each, options);
  return wrong.length === 0 ? [] : [...wrong, JSON.stringify(each)];
}

// In parts, so that one part says where a failure lies and none takes long.
const parts = Array.from({ length: 10 }, (_, part) => part);
test.each(parts)(
  'stories, part %i: once faults stop and the schedules have run, Auth0 says what Okta says',
  async (part) => {
    for (const each of stories.slice(part * 30, part * 30 + 30)) expect(await wrongIn(each)).toEqual([]);
  },
  120_000,
);

const choices = Object.entries(undocumented).map(([choice, { alternative }]) => ({ choice, alternative }));
test.each(choices)(
  'stories hold where $choice is "$alternative"',
  async ({ choice, alternative }) => {
    for (const each of stories.slice(0, 8)) {
      expect(await wrongIn(each, { assume: { [choice]: alternative } })).toEqual([]);
    }
  },
  60_000,
);

test('without the schedules some story ends badly: the stories can tell', async () => {
  const off = ['[scheduled] Retry Failed', '[scheduled] Reconcile'];
  const ends: string[] = [];
  for (const each of stories.slice(0, 60)) ends.push(...(await play(each, { off })).wrong);
  expect(ends.some((wrong) => wrong.includes('may log in'))).toBe(true);
  expect(ends.some((wrong) => wrong.includes('failure still open'))).toBe(true);
}, 120_000);

test('every kind of fault has a name', () => {
  for (const [name, kind] of Object.entries(faultKinds)) {
    expect(kindOf({ tenant: 'auth0', path: '/', ...kind })).toBe(name);
  }
});
