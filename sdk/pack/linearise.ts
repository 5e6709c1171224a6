/** Puts the cards of one body into the order in which they run, branches of If/Else inside their card. */

import type { WireCard, WireScope } from '@okta/workflows-connector-sdk-types';
import { isFunction } from './walk';

/** Cards that run one after the other. */
export interface Sequence {
  /** The hidden card that starts a branch of If/Else; null for the body itself. */
  start: WireCard | null;
  steps: Step[];
}

/** A visible card; If/Else with its two branches and the hidden card where they meet. */
export interface Step {
  card: WireCard;
  branches: { then: Sequence; else: Sequence; join: WireCard } | null;
}

export interface Order {
  sequence: Sequence;
  /** Every card's place in one order that respects all edges. */
  position: Map<string, number>;
  /** The branches around a card, outermost first, each named by the id of the card that starts it. */
  branchesOf(card: string): readonly string[];
  /** The Join that ends the branch which this card starts. */
  joinOf(start: string): string | undefined;
  /** Whether the second card is sure to run after the first, wherever both run. */
  reaches(from: string, to: string): boolean;
  /** Neighbours in a block that no edge joins directly, though a longer way does (flopack-format §10: S7, S9). */
  missingEdges: [from: string, to: string][];
}

/** A fault in the order of a body; `path` leads from the body to the place. */
export interface OrderFault {
  rule:
    | 'order-names-cards'
    | 'order-without-cycle'
    | 'one-trigger'
    | 'if-branches-meet'
    | 'cards-in-one-order';
  card: string | null;
  path: (string | number)[];
  message: string;
  hint: string;
}

/**
 * Takes a body that has passed the schema; gives the order of its cards, or why there is none
 * (flopack-format §5.3; §10: S3, S4, S5, S7, S8). Hidden cards that only pick a part of a value
 * (`object:expand`) have a position but are no step. Walks without recursion over cards.
 */
export function linearise(scope: WireScope): { order: Order } | { faults: OrderFault[] } {
  const cards = scope.methods;
  const index = new Map<string, number>();
  for (const [at, card] of cards.entries()) if (!index.has(card.uuid)) index.set(card.uuid, at);

  const faults: OrderFault[] = [];
  const next: number[][] = cards.map(() => []);
  const previous: number[][] = cards.map(() => []);
  const edges = new Set<number>();
  const connect = (from: number, to: number) => {
    const edge = from * cards.length + to;
    if (edges.has(edge)) return;
    edges.add(edge);
    next[from]?.push(to);
    previous[to]?.push(from);
  };
  for (const [key, [fromId, toId]] of Object.entries(scope.orderings)) {
    const from = index.get(fromId);
    const to = index.get(toId);
    if (from === undefined || to === undefined) {
      faults.push({
        rule: 'order-names-cards',
        card: null,
        path: ['orderings', key],
        message: `The order names the card "${from === undefined ? fromId : toId}", which is not in this body.`,
        hint: 'Import fails on this. Remove the entry, or name a card of the same body.',
      });
    } else if (from !== to) {
      connect(from, to);
    }
  }
  const ifs = readIfs(cards, index, faults);
  for (const one of ifs) {
    connect(one.at, one.yes);
    connect(one.at, one.no);
  }
  const sorted = sort(next, previous);
  if (sorted.length < cards.length) {
    const loop = findLoop(next, new Set(sorted));
    const names = loop.map((at) => `"${cards[at]?.uuid ?? ''}"`).join(' → ');
    faults.push({
      rule: 'order-without-cycle',
      card: cards[loop[0] ?? 0]?.uuid ?? null,
      path: ['orderings'],
      message: `The cards run in a circle: ${names}.`,
      hint: 'Remove the entry of "orderings" that leads back.',
    });
  }
  const roots = previous.flatMap((list, at) => (list.length === 0 ? [at] : []));
  if (roots.length !== 1 && (roots.length > 0 || cards.length === 0)) {
    const names = roots.map((at) => `"${cards[at]?.uuid ?? ''}"`).join(', ');
    faults.push({
      rule: 'one-trigger',
      card: cards[roots[1] ?? -1]?.uuid ?? null,
      path: roots[1] === undefined ? ['methods'] : ['methods', roots[1]],
      message:
        cards.length === 0
          ? 'The body has no card.'
          : `${roots.length} cards have no card before them (${names}); exactly one, the trigger, may.`,
      hint: 'Put every card but the trigger behind another one in "orderings".',
    });
  }
  if (faults.length > 0) return { faults };

  const position = new Array<number>(cards.length).fill(0);
  for (const [at, card] of sorted.entries()) position[card] = at;
  const branch = new Array<number>(cards.length).fill(-1);
  const joins = new Set<number>();
  const byNoop = new Map<number, If>();
  for (const one of ifs.sort((a, b) => (position[a.at] ?? 0) - (position[b.at] ?? 0))) {
    byNoop.set(one.yes, one);
    byNoop.set(one.no, one);
    const problem = findBranches(one, { cards, next, previous, position, branch, joins });
    if (problem === null) continue;
    faults.push({
      rule: 'if-branches-meet',
      card: cards[one.at]?.uuid ?? null,
      path: ['methods', one.at],
      message: problem,
      hint: 'Both branches of an If/Else must end at its own Join and nowhere else; each value leaves through it.',
    });
  }
  if (faults.length > 0) return { faults };

  const reach = (from: number, to: number) => reaches(next, position, from, to);
  const missing: [number, number][] = [];
  const sequence = build({ cards, ifs, joins, branch, sorted, next, edges, reach, missing, faults });
  if (faults.length > 0) return { faults };

  const chain = (at: number): number[] => {
    const around: number[] = [];
    for (let noop = branch[at] ?? -1; noop >= 0; ) {
      around.unshift(noop);
      noop = branch[byNoop.get(noop)?.at ?? -1] ?? -1;
    }
    return around;
  };
  const chains = new Map<number, number[]>();
  const chainOf = (at: number) => {
    const known = chains.get(at) ?? chain(at);
    chains.set(at, known);
    return known;
  };
  const hidden = cards.map(isExpand);
  return {
    order: {
      sequence,
      position: new Map([...index].map(([id, at]) => [id, position[at] ?? 0])),
      branchesOf: (id) => chainOf(index.get(id) ?? -1).map((noop) => cards[noop]?.uuid ?? ''),
      joinOf: (id) => cards[byNoop.get(index.get(id) ?? -1)?.join ?? -1]?.uuid,
      reaches(fromId, toId) {
        const from = index.get(fromId);
        const to = index.get(toId);
        if (from === undefined || to === undefined) return false;
        if (edges.has(from * cards.length + to)) return true;
        if ((position[from] ?? 0) >= (position[to] ?? 0)) return false;
        // Neighbours are joined, so order and branches tell; only hidden cards need the long way.
        if (hidden[from] || hidden[to]) return reach(from, to);
        const [a, b] = [chainOf(from), chainOf(to)];
        const fork = a.findIndex((noop, level) => b[level] !== noop);
        if (fork < 0 || b[fork] === undefined) return true;
        return byNoop.get(a[fork] ?? -1) !== byNoop.get(b[fork] ?? -1);
      },
      missingEdges: missing.map(([from, to]) => [cards[from]?.uuid ?? '', cards[to]?.uuid ?? '']),
    },
  };
}

interface If {
  at: number;
  yes: number;
  no: number;
  join: number;
}

function readIfs(cards: WireCard[], index: Map<string, number>, faults: OrderFault[]): If[] {
  const ifs: If[] = [];
  const taken = new Set<number>();
  for (const [at, card] of cards.entries()) {
    if (!isFunction(card, 'control', 'if')) continue;
    const branches = Object.entries(card.branches);
    const start = (truth: boolean) => {
      const ids = branches.filter(([, value]) => value === truth).map(([id]) => id);
      const found = ids.length === 1 ? index.get(ids[0] ?? '') : undefined;
      const noop = found === undefined ? undefined : cards[found];
      return noop !== undefined && isFunction(noop, 'control', 'noop') ? found : undefined;
    };
    const [yes, no] = [start(true), start(false)];
    if (branches.length !== 2 || yes === undefined || no === undefined || taken.has(yes) || taken.has(no)) {
      faults.push({
        rule: 'if-branches-meet',
        card: card.uuid,
        path: ['methods', at, 'branches'],
        message: `"branches" of the If/Else is ${JSON.stringify(card.branches)}; it must name two No-op cards of this body, one true and one false, that no other If/Else has.`,
        hint: 'Name the card that starts the Then branch with true and the one that starts the Else branch with false.',
      });
      continue;
    }
    taken.add(yes).add(no);
    ifs.push({ at, yes, no, join: -1 });
  }
  return ifs;
}

/** Kahn's algorithm; shorter than the cards where they run in a circle. */
function sort(next: number[][], previous: number[][]): number[] {
  const waiting = previous.map((list) => list.length);
  const sorted = waiting.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let at = 0; at < sorted.length; at++) {
    for (const to of next[sorted[at] ?? -1] ?? []) {
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) sorted.push(to);
    }
  }
  return sorted;
}

/** A circle among the cards that could not be sorted: every one of them has such a card before it. */
function findLoop(next: number[][], sorted: Set<number>): number[] {
  const before = new Map<number, number>();
  for (const [from, list] of next.entries()) {
    if (!sorted.has(from)) for (const to of list) before.set(to, from);
  }
  const seen = new Map<number, number>();
  const way: number[] = [];
  let at = next.findIndex((_, card) => !sorted.has(card));
  while (!seen.has(at)) {
    seen.set(at, way.length);
    way.push(at);
    at = before.get(at) ?? at;
  }
  const loop = way.slice(seen.get(at)).reverse();
  // Starts at the card that stands first in the file, so that the message does not hang on the search.
  const first = loop.indexOf(loop.reduce((a, b) => Math.min(a, b), Infinity));
  return [...loop.slice(first), ...loop.slice(0, first + 1)];
}

interface Graph {
  cards: WireCard[];
  next: number[][];
  previous: number[][];
  position: number[];
  /** Each card's innermost branch so far; outer Ifs come first, so inner ones overwrite. */
  branch: number[];
  joins: Set<number>;
}

/** Finds an If's Join and marks the cards of both branches; gives what is wrong, or null. */
function findBranches(one: If, graph: Graph): string | null {
  const join = findJoin(one, graph);
  if (join === null) return 'No Join card ends both branches of the If/Else.';
  if (graph.joins.has(join)) {
    return `The Join "${graph.cards[join]?.uuid ?? ''}" ends this If/Else and another one; each has its own.`;
  }
  one.join = join;
  graph.joins.add(join);
  const yes = cardsBetween(one.yes, join, graph);
  const no = cardsBetween(one.no, join, graph);
  for (const [noop, inside] of [
    [one.yes, yes],
    [one.no, no],
  ] as const) {
    for (const [at, arrives] of inside) {
      const card = graph.cards[at];
      if (card === undefined || isExpand(card)) {
        if (arrives) graph.branch[at] = noop;
        continue;
      }
      if (!arrives) {
        return `The card "${card.uuid}" of a branch does not lead to the Join "${graph.cards[join]?.uuid ?? ''}".`;
      }
      if (noop === one.no && yes.has(at))
        return `The card "${card.uuid}" stands in both branches of the If/Else.`;
      graph.branch[at] = noop;
    }
  }
  return null;
}

function findJoin(one: If, { cards, next, position }: Graph): number | null {
  const isJoin = (at: number) => {
    const card = cards[at];
    return card !== undefined && isFunction(card, 'control', 'join');
  };
  const first = (list: number[]) =>
    list.reduce<number | null>(
      (best, at) => (best === null || (position[at] ?? 0) < (position[best] ?? 0) ? at : best),
      null,
    );
  // Exports always join both starts to the Join directly; without that, the first card both lead to must be it.
  const direct = (next[one.yes] ?? []).filter((at) => isJoin(at) && next[one.no]?.includes(at));
  if (direct.length > 0) return first(direct);
  const reached = reachable(next, one.yes);
  const common = first([...reachable(next, one.no)].filter((at) => reached.has(at)));
  return common !== null && isJoin(common) ? common : null;
}

/** The cards that a branch leads to before its Join, and whether they lead on to it. */
function cardsBetween(start: number, join: number, { next, previous }: Graph): Map<number, boolean> {
  const inside = new Map<number, boolean>([[start, false]]);
  const forward = [start];
  for (let at = forward.pop(); at !== undefined; at = forward.pop()) {
    for (const to of next[at] ?? []) {
      if (to === join || inside.has(to)) continue;
      inside.set(to, false);
      forward.push(to);
    }
  }
  const backward = [join];
  for (let at = backward.pop(); at !== undefined; at = backward.pop()) {
    for (const from of previous[at] ?? []) {
      if (inside.get(from) !== false) continue;
      inside.set(from, true);
      backward.push(from);
    }
  }
  return inside;
}

function reachable(next: number[][], start: number): Set<number> {
  const found = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next[at] ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

function reaches(next: number[][], position: number[], from: number, to: number): boolean {
  const limit = position[to] ?? 0;
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const step of next[at] ?? []) {
      if (step === to) return true;
      if ((position[step] ?? 0) >= limit || seen.has(step)) continue;
      seen.add(step);
      open.push(step);
    }
  }
  return false;
}

interface Parts {
  cards: WireCard[];
  ifs: If[];
  joins: Set<number>;
  branch: number[];
  sorted: number[];
  next: number[][];
  edges: Set<number>;
  reach(from: number, to: number): boolean;
  missing: [number, number][];
  faults: OrderFault[];
}

/** Deals the sorted cards out to their blocks; each block must then be a chain. */
function build(parts: Parts): Sequence {
  const { cards, ifs, joins, branch, sorted, edges } = parts;
  const byCard = new Map(ifs.map((one) => [one.at, one]));
  const starts = new Set(ifs.flatMap((one) => [one.yes, one.no]));
  const blocks = new Map<number, { sequence: Sequence; tail: number | null }>();
  const block = (noop: number) => {
    const known = blocks.get(noop);
    if (known !== undefined) return known;
    const start = cards[noop] ?? null;
    const fresh = { sequence: { start, steps: [] }, tail: start === null ? null : noop };
    blocks.set(noop, fresh);
    return fresh;
  };
  const follows = (from: number | null, to: number) => {
    if (from === null || edges.has(from * cards.length + to)) return;
    if (parts.reach(from, to)) {
      parts.missing.push([from, to]);
      return;
    }
    parts.faults.push({
      rule: 'cards-in-one-order',
      card: cards[to]?.uuid ?? null,
      path: ['methods', to],
      message: `Nothing says whether the card "${cards[from]?.uuid ?? ''}" runs before "${cards[to]?.uuid ?? ''}" or after it.`,
      hint: 'Join both in "orderings": the cards of a block run one after the other.',
    });
  };
  for (const at of sorted) {
    const card = cards[at];
    if (card === undefined || isExpand(card) || joins.has(at) || starts.has(at)) continue;
    const mine = block(branch[at] ?? -1);
    follows(mine.tail, at);
    const one = byCard.get(at);
    const join = one === undefined ? undefined : cards[one.join];
    if (one === undefined || join === undefined) {
      mine.sequence.steps.push({ card, branches: null });
      mine.tail = at;
      continue;
    }
    const branches = { then: block(one.yes).sequence, else: block(one.no).sequence, join };
    mine.sequence.steps.push({ card, branches });
    mine.tail = one.join;
  }
  for (const one of ifs) {
    for (const noop of [one.yes, one.no]) {
      const { tail } = block(noop);
      follows(tail, one.join);
      if (tail !== noop && !edges.has(noop * cards.length + one.join)) parts.missing.push([noop, one.join]);
    }
  }
  return block(-1).sequence;
}

function isExpand(card: WireCard): boolean {
  return isFunction(card, 'object', 'expand');
}
