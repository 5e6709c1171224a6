/** Plays many stories: `npm run stories -- [how many] [seed]`; a failing one is printed so that it can be played again. */

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { drive } from './drive';
import { shrink } from './shrink';
import { story } from './stories';
import { faultKinds, orders, type Story, tableFaultKinds } from './story';
import { addCounts, type Counts, noCounts, type Told } from './told';
import { told } from './worker';

/** Every kind of fault and order must have occurred at least this often in a full drive. */
const AT_LEAST = 50;
const FULL = 10_000;

/** Reads the command line, plays, and sets the exit code: 1 where a story fails or a full drive lacks something. */
export async function main(argv: readonly string[]): Promise<void> {
  await new Command('npm run stories --')
    .description(
      'Plays random stories with the lifecycle pack and says what did not hold, and what occurred how often.',
    )
    .argument('[stories]', 'how many, or a JSON file with one that was printed', manyOrFile, FULL)
    .argument('[seed]', 'which ones: the same number gives the same stories', whole, 1)
    .option('--shrink', 'of a file: give the smallest story that still fails', false)
    .option('--workers <n>', 'how many are played at the same time', whole, availableParallelism())
    .addHelpText('after', `\nExit codes: 0 all hold, 1 a story fails, or ${FULL} lack something.`)
    .action(async (what: number | string, seed: number, options: { shrink: boolean; workers: number }) => {
      const { shrink: smallest, workers } = options;
      process.exitCode =
        typeof what === 'string' ? await replay(what, smallest) : await playMany(what, seed, workers);
    })
    .parseAsync(argv);
}

/** Plays the one story of a file, as it was printed: alone, or with what was wrong with it. */
async function replay(file: string, smallest: boolean): Promise<number> {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Story | { story: Story };
  const given = 'story' in read ? read.story : read;
  const isBad = async (each: Story) => (await told(each)).wrong.length > 0;
  const story = smallest && (await isBad(given)) ? await shrink(given, isBad) : given;
  const { wrong, counts } = await told(story);
  if (smallest) console.log(JSON.stringify({ story, wrong }));
  else console.log(JSON.stringify({ wrong, ...counts }, null, 2));
  return wrong.length > 0 ? 1 : 0;
}

async function playMany(many: number, seed: number, workers: number): Promise<number> {
  const counts = noCounts();
  let failed = 0;
  const hear = (told: Told, story: Story, index: number) => {
    addCounts(counts, told.counts);
    if (told.wrong.length > 0) {
      failed++;
      clearLine();
      console.log(JSON.stringify({ number: index + 1, story, wrong: told.wrong }));
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${many} stories, ${failed} failed`);
  };
  await drive(fc.sample(story, { numRuns: many, seed }), workers, hear);
  clearLine();
  const rare = rareOf(counts);
  console.log(JSON.stringify({ stories: many, seed, failed, ...counts, rarerThan50: rare }, null, 2));
  return failed > 0 || (many >= FULL && Object.keys(rare).length > 0) ? 1 : 0;
}

/** What occurred too seldom to count as tried, and what never did. */
function rareOf({ faults, orders: came }: Counts): Record<string, number> {
  const all = { ...faults, ...came };
  const names = [...Object.keys(faultKinds), ...Object.keys(tableFaultKinds), ...orders];
  return Object.fromEntries(
    names.map((name) => [name, all[name] ?? 0] as const).filter(([, times]) => times < AT_LEAST),
  );
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

function manyOrFile(text: string): number | string {
  return text.endsWith('.json') ? text : whole(text);
}

function whole(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Give a whole number above 0.');
}
