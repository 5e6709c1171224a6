/** Many stories at once tell what each tells alone. */

import fc from 'fast-check';
import { drive } from './drive';
import { story } from './stories';
import type { Story } from './story';
import type { Told } from './told';
import { told } from './worker';

test('what stories tell does not depend on how many are played at once', async () => {
  const stories = fc.sample(story, { numRuns: 6, seed: 5 });
  const heard: { told: Told; story: Story; index: number }[] = [];
  await drive(stories, 2, (told, story, index) => void heard.push({ told, story, index }));
  const alone = [];
  for (const [index, story] of stories.entries()) alone.push({ told: await told(story), story, index });
  expect(heard).toEqual(alone);
}, 60_000);

test('a story that breaks the player fails, and the others go on', async () => {
  const [good] = fc.sample(story, { numRuns: 1, seed: 5 });
  if (good === undefined) throw new Error('There is a story.');
  // Two people with one address: the tenants refuse such a world.
  const [person] = good.people;
  const bad = { ...good, people: good.people.concat(person ?? []) };
  const wrong: string[][] = [];
  await drive([bad, good], 1, (told) => void wrong.push(told.wrong));
  expect(wrong).toEqual([[expect.stringContaining('the story could not be played')], []]);
}, 60_000);
