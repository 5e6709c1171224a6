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
import { stubsOf } from './stubs';

/** What became of one flow. */
export interface FlowCoverage {
  flow: string;
  kind: FlowView['kind'];
  /** Cards that do something: all but notes and what only stands there. */
  cards: number;
  /** How each run ended, by the name of its shape. */
  runs: Record<string, Pick<FlowResult, 'outcome'> & { message: string | null }>;
  missed: { card: string; title: string; address: string; why: string }[];
}

/** The shapes that answers and inputs take, one run of every flow each. The same for every flow there is. */
export const shapes: Record<string, Shape> = {
  full: fullShape,
  'first condition': { ...fullShape, meets: 0 },
  'second condition': { ...fullShape, meets: 1 },
  'third condition': { ...fullShape, meets: 2 },
  'fourth condition': { ...fullShape, meets: 3 },
  empty: { fill: 'empty', meets: null, fails: null },
  'not found': { ...fullShape, fails: 404 },
  'rate limit': { ...fullShape, fails: 429 },
};

/** Runs every flow of a pack once in each shape. Never rejects for what a flow does. */
export async function coverPack(pack: WirePack, file: string): Promise<FlowCoverage[]> {
  const view = viewPack(pack);
  const flows = view.flows.filter((flow) => flow.body !== null);
  const reached = new Set<string>();
  const runs = new Map<string, FlowCoverage['runs']>(flows.map((flow) => [flow.id, {}]));
  for (const [name, shape] of Object.entries(shapes)) {
    const org = orgFor(shape, (card) => reached.add(card.pointer));
    const ids = importAll(org, pack, file, flows);
    for (const flow of flows) {
      fill(org, view, shape);
      const { outcome, error } = await start(org, ids.get(flow.id) ?? flow.name, flow);
      const of = runs.get(flow.id);
      if (of !== undefined) of[name] = { outcome, message: error?.message ?? null };
    }
  }
  return flows.map((flow) => {
    const cards = flow.cards().filter((card) => !planOf(card).idle);
    return {
      flow: flow.name,
      kind: flow.kind,
      cards: cards.length,
      runs: runs.get(flow.id) ?? {},
      missed: cards
        .filter((card) => !reached.has(card.pointer))
        .map((card) => ({
          card: card.id,
          title: card.title,
          address: card.address,
          why: whyMissed(card, flow, reached),
        })),
    };
  });
}

function orgFor(shape: Shape, onCard: (card: CardView) => void): Org {
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
    stubs: stubsOf({}, shape),
    limits: { steps: 20_000, calls: 100 },
    onCard,
  });
}

/** Imports the pack and turns on what can be; gives the org's ids by those of the file. */
function importAll(org: Org, pack: WirePack, file: string, flows: readonly FlowView[]): Map<string, string> {
  const imported = org.import(pack, file).flows;
  const ids = new Map<string, string>();
  for (const [at, key] of Object.keys(pack.data.flos).entries()) ids.set(key, imported[at]?.id ?? '');
  for (const flow of flows) {
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
function fill(org: Org, view: PackView, shape: Shape): void {
  const before: Record<string, JsonObject[]> = org.tables();
  for (const table of view.tables) {
    if (!table.known || before[table.name]?.length !== 0) continue;
    org.fillTable(table.name, sampleRows(table, view, shape));
  }
}

function whyMissed(card: CardView, flow: FlowView, reached: ReadonlySet<string>): string {
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
