/** Runs every flow of a pack with made-up inputs and answers, several times, and says which cards it reached. */

import type { CardView, FlowView, JsonObject, PackView, WirePack } from '@okta/workflows-connector-sdk-types';
import { viewPack } from '../pack/view';
import { virtualClock } from './clock';
import type { FlowResult } from './execution';
import { createOrg, type Org } from './org';
import { OrgError } from './org-error';
import { planOf } from './plan';
import { seededRandom } from './random';
import { fullShape, type Shape } from './sample';
import { sampleRows } from './sample-rows';
import { noStubs, type Stubs } from './stubs';

/** What became of one flow. */
export interface FlowCoverage {
  flow: string;
  kind: FlowView['kind'];
  /** Cards that do something: all but notes and what only stands there. */
  cards: number;
  /** Those that ran where the values alone decided. */
  byValues: number;
  /** How each run ended, by the name of its shape: until all cards had run, in the order of the shapes. */
  runs: Record<string, Pick<FlowResult, 'outcome'> & { message: string | null }>;
  missed: { card: string; title: string; address: string; why: string }[];
}

/** The shapes that answers, inputs and tables take. The same for every flow there is. */
export const shapes: Record<string, Shape> = {
  full: fullShape,
  'first condition': { ...fullShape, meets: 0 },
  'first condition, tables empty': { ...fullShape, meets: 0, rows: false },
  'second condition': { ...fullShape, meets: 1 },
  'third condition': { ...fullShape, meets: 2 },
  'fourth condition': { ...fullShape, meets: 3 },
  'mixed conditions': { ...fullShape, meets: 0, mixed: true },
  'other mixed conditions': { ...fullShape, meets: 1, mixed: true },
  empty: { fill: 'empty', meets: null, fails: null },
  'failure where it is caught': { ...fullShape, meets: 0, fails: 404, onlyCaught: true },
  'not found': { ...fullShape, fails: 404 },
  'rate limit': { ...fullShape, fails: 429 },
  'full, no condition ends it': { ...fullShape, turned: 'ends' },
  'first condition, no condition ends it': { ...fullShape, meets: 0, turned: 'ends' },
  'full, branches turned round': { ...fullShape, turned: 'ends and branches' },
  'first condition, branches turned round': { ...fullShape, meets: 0, turned: 'ends and branches' },
};

/**
 * Runs every flow of a pack in one shape after the other, until all of its cards have run. Never rejects for what a
 * flow does.
 */
export async function coverPack(pack: WirePack, file: string): Promise<FlowCoverage[]> {
  const view = viewPack(pack);
  const flows = view.flows
    .filter((flow) => flow.body !== null)
    .map((flow) => {
      const cards = flow.cards().filter((card) => !planOf(card).idle);
      return { flow, cards, runs: {} as FlowCoverage['runs'] };
    });
  /** The shape in which each card ran first. */
  const reached = new Map<string, Shape>();
  const isDone = ({ cards, runs }: (typeof flows)[number]) =>
    Object.keys(runs).length > 0 && cards.every((card) => reached.has(card.pointer));
  let now = fullShape;
  const stubs: Stubs = {
    ...noStubs,
    get auto() {
      return now;
    },
  };
  const note = ({ pointer }: CardView) => {
    if (!reached.has(pointer)) reached.set(pointer, now);
  };
  let org = orgFor(stubs, note);
  let ids = importAll(org, pack, file, view);
  for (const [name, shape] of Object.entries(shapes)) {
    if (flows.every(isDone)) break;
    // Only tables remember what runs did.
    if (now !== shape && view.tables.length > 0) {
      org = orgFor(stubs, note);
      ids = importAll(org, pack, file, view);
    }
    now = shape;
    const rows = new Map(view.tables.map((table) => [table.name, sampleRows(table, view, shape)]));
    for (const each of flows) {
      if (isDone(each)) continue;
      fill(org, rows);
      const { outcome, error } = await start(org, ids.get(each.flow.id) ?? '', each.flow);
      each.runs[name] = { outcome, message: error?.message ?? null };
    }
  }
  return flows.map(({ flow, cards, runs }) => ({
    flow: flow.name,
    kind: flow.kind,
    cards: cards.length,
    byValues: cards.filter(({ pointer }) => {
      const shape = reached.get(pointer);
      return shape !== undefined && shape.turned === undefined;
    }).length,
    runs,
    missed: cards
      .filter((card) => !reached.has(card.pointer))
      .map((card) => ({
        card: card.id,
        title: card.title,
        address: card.address,
        why: whyMissed(card, flow, reached),
      })),
  }));
}

function orgFor(stubs: Stubs, onCard: (card: CardView) => void): Org {
  return createOrg({
    clock: virtualClock('2026-01-01T09:00:00.000Z'),
    random: seededRandom('coverage'),
    // No host is known, so every answer is made up.
    transport: async ({ url }) => ({
      host: URL.canParse(url) ? new URL(url).host : '',
      path: '',
      query: {},
      answer: { kind: 'unknown host', message: `Nobody answers ${url}.` },
    }),
    stubs,
    limits: { steps: 5_000, calls: 50 },
    onCard,
  });
}

/** Imports the pack and turns on what can be; gives the org's ids by those of the file. */
function importAll(org: Org, pack: WirePack, file: string, { flows }: PackView): Map<string, string> {
  const imported = org.import(pack, file).flows;
  // The org keeps the order of the file.
  const ids = new Map(flows.map(({ id }, at) => [id, imported[at]?.id ?? '']));
  for (const flow of flows) {
    if (flow.body === null) continue;
    try {
      org.activate(ids.get(flow.id) ?? '');
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
    }
  }
  return ids;
}

async function start(org: Org, id: string, flow: FlowView): Promise<Pick<FlowResult, 'outcome' | 'error'>> {
  try {
    return flow.kind === 'event' ? await org.fire(id) : await org.run(id);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return {
      outcome: 'error',
      error: { message: error.message, flow: flow.name, card: '', statusCode: null, callers: [] },
    };
  }
}

/** Tables are filled again where a flow emptied them. */
function fill(org: Org, rows: ReadonlyMap<string, JsonObject[]>): void {
  const before: Record<string, JsonObject[]> = org.tables();
  for (const [table, sample] of rows) {
    if (sample.length > 0 && before[table]?.length === 0) org.fillTable(table, sample);
  }
}

function whyMissed(card: CardView, flow: FlowView, reached: ReadonlyMap<string, Shape>): string {
  // The card around it, or the one before it, tells.
  const around = flow
    .cards()
    .find((one) => Object.values(one.blocks).some((block) => block.cards.includes(card)));
  const [name, block] =
    Object.entries(around?.blocks ?? {}).find(([, one]) => one.cards.includes(card)) ?? [];
  const cards = block?.cards ?? flow.body?.cards ?? [];
  const before = cards.slice(0, cards.indexOf(card)).filter((one) => !planOf(one).idle);
  const last = before.findLast((one) => reached.has(one.pointer));
  if (before.length > 0 && last === undefined) return 'the block around it was never entered';
  if (last !== undefined) return `no run came past "${last.title}"`;
  if (around === undefined) return 'the flow never started';
  return reached.has(around.pointer)
    ? `no made-up value led into "${name ?? ''}" of "${around.title}"`
    : `"${around.title}" around it was never reached`;
}
