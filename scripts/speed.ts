/** How fast the local org runs cards beside a peer that runs states, on the same work in the same run. */

import { compilePack } from '../sdk/compile/pack';
import { assignIf, field, helperFlow, number, pack, repeat, text } from '../sdk/dsl';
import { virtualClock } from '../sdk/run/clock';
import { createOrg } from '../sdk/run/org';
import { seededRandom } from '../sdk/run/random';

/** One measurement, a line of JSON. */
interface Measured {
  bench: string;
  /** Cards or states. */
  steps: number;
  ms: number;
  perSecond: number;
  /** Megabytes that are still held when the last step is done, beyond those before the first. */
  heldMb: number;
}

const SIZES = [1_000, 10_000, 100_000];
const OURS_ALONE = 1_000_000;
/** The best of so many counts: what else the machine does only makes a run slower. */
const TRIES = 5;
const WARM = 5_000;
/** Steps of one round: a sum, a text, a condition. */
const ROUND = 3;
/** Rounds of one Repeat, which the platform limits. */
const INNER = 1_000;

/** Measures, and tells of every measurement as soon as it is there. */
export async function speed(print: (line: object) => void): Promise<void> {
  // What is run first would pay for making the machine warm.
  for (let tried = 0; tried < TRIES; tried++) {
    await ours(WARM);
    await peer(WARM);
  }
  const first: Measured[] = [];
  for (const steps of SIZES) {
    const mine = await best(ours, steps);
    const theirs = await best(peer, steps);
    first.push(mine);
    print(mine);
    print(theirs);
    print({ bench: 'ratio', steps, timesFaster: round(mine.perSecond / theirs.perSecond) });
  }
  const last = await ours(OURS_ALONE);
  print(last);
  const [, , before] = first;
  if (before !== undefined) {
    print({
      bench: 'linear',
      steps: OURS_ALONE,
      timePerStepComparedTo: before.steps,
      times: round(last.ms / last.steps / (before.ms / before.steps)),
      heldMb: round(last.heldMb - before.heldMb),
    });
  }
}

async function best(work: (steps: number) => Promise<Measured>, steps: number): Promise<Measured> {
  const all: Measured[] = [];
  for (let tried = 0; tried < TRIES; tried++) all.push(await work(steps));
  const sorted = all.sort((a, b) => a.ms - b.ms);
  const [fastest] = sorted;
  if (fastest === undefined) throw new Error('Nothing was measured.');
  return fastest;
}

/** Times some work; what it gives is held while memory is read. */
async function measure(
  bench: string,
  work: () => Promise<{ steps: number; held: unknown }>,
): Promise<Measured> {
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const since = performance.now();
  const { steps, held } = await work();
  const ms = performance.now() - since;
  global.gc?.();
  const heldMb = (process.memoryUsage().heapUsed - before) / 1024 ** 2;
  return {
    bench,
    steps,
    ms: round(ms),
    perSecond: Math.round((steps / ms) * 1000),
    // Reading it keeps what the work gave until here.
    heldMb: round(held === undefined ? 0 : heldMb),
  };
}

const roundFlow = helperFlow({
  name: 'Round',
  description: 'One round of the work.',
  inputs: { at: field.number() },
  outputs: { next: field.number() },
  body({ at }) {
    const sum = number.add({ a: at, b: 1 });
    const label = text.concatenate({ string1: 'Item ', string2: 'done' });
    const next = assignIf(
      { a: label.output, operator: '==', b: 'Item done', valueIfTrue: sum.output, valueIfFalse: 0 },
      { as: { output: field.number() } },
    );
    return { next: next.output };
  },
});

const rounds = helperFlow({
  name: 'Rounds',
  description: 'Some rounds.',
  inputs: { count: field.number() },
  outputs: {},
  body({ count }) {
    repeat(count, roundFlow, { at: 1 });
  },
});

const bench = helperFlow({
  name: 'Bench',
  description: 'Rounds of rounds.',
  inputs: { outer: field.number(), inner: field.number() },
  outputs: {},
  body({ outer, inner }) {
    repeat(outer, rounds, { count: inner });
  },
});

const benchPack = pack({
  name: 'bench',
  title: 'Bench',
  description: 'A loop that computes.',
  flows: [bench, rounds, roundFlow],
  tables: [],
  connections: [],
});

/** Our loop; with the Return of each round a card more than the peer has states. */
async function ours(steps: number): Promise<Measured> {
  let cards = 0;
  const org = createOrg({
    clock: virtualClock('2026-01-01T00:00:00.000Z'),
    random: seededRandom('bench'),
    transport: async () => {
      throw new Error('The bench asks no service.');
    },
    // A trigger is no step.
    onCard: ({ method }) => {
      if (method !== 'callable') cards++;
    },
  });
  for (const { id } of org.import(compilePack(benchPack), 'bench').flows) org.activate(id);
  const all = Math.ceil(steps / (ROUND + 1));
  const inner = Math.min(INNER, all);
  const outer = Math.ceil(all / inner);
  return measure('okta workflows local org', async () => {
    const result = await org.run('Bench', { outer, inner });
    if (result.outcome !== 'success') throw new Error(result.error?.message);
    return { steps: cards, held: [org, result] };
  });
}

/** The peer's loop: a sum, a text and the condition that goes round. */
async function peer(steps: number): Promise<Measured> {
  const all = Math.ceil(steps / ROUND);
  const { StateMachine } = await import('aws-local-stepfunctions');
  const machine = new StateMachine({
    StartAt: 'Sum',
    States: {
      Sum: {
        Type: 'Pass',
        Parameters: { 'at.$': 'States.MathAdd($.at, 1)' },
        Next: 'Text',
      },
      Text: {
        Type: 'Pass',
        Parameters: { label: 'done' },
        ResultPath: '$.text',
        Next: 'Again',
      },
      Again: {
        Type: 'Choice',
        Choices: [{ Variable: '$.at', NumericLessThan: all, Next: 'Sum' }],
        Default: 'Done',
      },
      Done: { Type: 'Succeed' },
    },
  });
  return measure('aws-local-stepfunctions', async () => {
    const running = machine.run({ at: 0 });
    const result = await running.result;
    return { steps: all * ROUND + 1, held: [machine, running, result] };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
