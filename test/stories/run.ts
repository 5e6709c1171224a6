/** Plays many stories: `npm run stories -- [how many] [seed]`; a failing one is printed so that it can be played again. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { play } from './play';
import { type Story, story } from './story';

/** Every kind of fault and order must have occurred at least this often in a full drive. */
const AT_LEAST = 50;
const FULL = 10_000;

/** With the name of a JSON file: plays the one story in it. */
export async function main([first = String(FULL), seed = '1']: string[]): Promise<void> {
  const stories = first.endsWith('.json')
    ? [JSON.parse(readFileSync(first, 'utf8')) as Story]
    : fc.sample(story, { numRuns: Number(first), seed: Number(seed) });
  const struck: Record<string, number> = {};
  const orders: Record<string, number> = {};
  let failed = 0;
  for (const [index, each] of stories.entries()) {
    const played = await play(each);
    for (const [name, times] of Object.entries(played.struck)) struck[name] = (struck[name] ?? 0) + times;
    for (const [name, times] of Object.entries(played.orders)) orders[name] = (orders[name] ?? 0) + times;
    if (played.wrong.length > 0) {
      failed += 1;
      console.log(JSON.stringify({ story: each, wrong: played.wrong }));
    }
    if (process.stderr.isTTY && index % 10 === 9) process.stderr.write(`\r${index + 1} of ${stories.length}`);
  }
  const rare = Object.entries({ ...struck, ...orders }).filter(([, times]) => times < AT_LEAST);
  console.log(
    JSON.stringify(
      { stories: stories.length, failed, struck, orders, rarerThan50: Object.fromEntries(rare) },
      null,
      2,
    ),
  );
  process.exitCode = failed > 0 || (stories.length >= FULL && rare.length > 0) ? 1 : 0;
}
