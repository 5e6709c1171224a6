/** The order of cards: what §5.3 says of small bodies, broken ones and very long ones. */

import type { WireCard, WireScope } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { linearise, type Order, type Sequence } from '../../../sdk/pack/linearise';

type Kind = 'text' | 'if' | 'noop' | 'join' | 'expand';

const addresses: Record<Kind, string> = {
  text: 'root:kernel:string:0.0.1:trim',
  if: 'root:kernel:control:0.0.1:if',
  noop: 'root:kernel:control:0.0.1:noop',
  join: 'root:kernel:control:0.0.1:join',
  expand: 'root:kernel:object:0.0.1:expand',
};

/** All that the order looks at. */
const card = (uuid: string, kind: Kind = 'text', branches = {}) =>
  ({ uuid, address: addresses[kind], branches }) as unknown as WireCard;

const body = (cards: WireCard[], ...edges: string[]): WireScope => ({
  methods: cards,
  orderings: Object.fromEntries(edges.map((edge, at) => [`e${at}`, edge.split('>') as [string, string]])),
});

const order = (scope: WireScope): Order => {
  const result = linearise(scope);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.order;
};

const faults = (scope: WireScope) => {
  const result = linearise(scope);
  return 'faults' in result ? result.faults.map(({ rule, card: id }) => [rule, id]) : [];
};

/** `a i(t: b | e: c) d` */
const spell = (sequence: Sequence): string =>
  sequence.steps
    .map(({ card: { uuid }, branches }) =>
      branches === null ? uuid : `${uuid}(${spell(branches.then)}|${spell(branches.else)})`,
    )
    .join(' ');

const choice = [
  card('i', 'if', { t: true, f: false }),
  card('t', 'noop'),
  card('f', 'noop'),
  card('j', 'join'),
];

describe('linearise', () => {
  it('follows the order, not the list', () => {
    expect(spell(order(body([card('c'), card('a'), card('b')], 'a>b', 'b>c')).sequence)).toBe('a b c');
  });

  it('takes one card alone', () => {
    expect(spell(order(body([card('a')])).sequence)).toBe('a');
  });

  it('puts branches into their If/Else, empty ones too', () => {
    const scope = body(
      [card('a'), ...choice, card('b'), card('d')],
      ...['a>i', 't>b', 'b>j', 't>j', 'f>j', 'j>d'],
    );
    const { sequence, branchesOf, joinOf, reaches } = order(scope);
    expect(spell(sequence)).toBe('a i(b|) d');
    expect([branchesOf('b'), branchesOf('d'), joinOf('t')]).toEqual([['t'], [], 'j']);
    expect([reaches('a', 'd'), reaches('b', 'd'), reaches('d', 'b'), reaches('b', 'f')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('takes If/Else in If/Else', () => {
    const scope = body(
      [
        card('a'),
        ...choice,
        card('k', 'if', { u: true, g: false }),
        card('u', 'noop'),
        card('g', 'noop'),
        card('l', 'join'),
        card('x'),
        card('y'),
        card('z'),
      ],
      ...['a>i', 't>k', 'u>x', 'x>l', 'u>l', 'g>y', 'y>l', 'g>l', 'l>j', 't>j', 'f>z', 'z>j', 'f>j'],
    );
    const { sequence, branchesOf, reaches } = order(scope);
    expect(spell(sequence)).toBe('a i(k(x|y)|z)');
    expect(branchesOf('y')).toEqual(['t', 'g']);
    expect([reaches('x', 'y'), reaches('x', 'z'), reaches('k', 'y'), reaches('x', 'j')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('leaves out hidden cards that pick a part, loops on themselves included', () => {
    const scope = body([card('a'), card('e', 'expand'), card('b')], 'a>b', 'a>e', 'e>b', 'e>e');
    expect(spell(order(scope).sequence)).toBe('a b');
    expect(order(scope).reaches('e', 'b')).toBe(true);
  });

  it('names neighbours that only a longer way joins', () => {
    const scope = body([card('a'), card('e', 'expand'), card('b')], 'a>e', 'e>b');
    expect(order(scope).missingEdges).toEqual([['a', 'b']]);
  });

  it.each([
    ['a card of nowhere', body([card('a')], 'a>b'), [['order-names-cards', null]]],
    [
      'a circle',
      body([card('a'), card('b'), card('c')], 'a>b', 'b>c', 'c>b'),
      [['order-without-cycle', 'b']],
    ],
    ['a circle through all', body([card('a'), card('b')], 'a>b', 'b>a'), [['order-without-cycle', 'a']]],
    ['two triggers', body([card('a'), card('b')]), [['one-trigger', 'b']]],
    ['no card', body([]), [['one-trigger', null]]],
    [
      'two cards side by side',
      body([card('a'), card('b'), card('c')], 'a>b', 'a>c'),
      [['cards-in-one-order', 'c']],
    ],
    [
      'branches that never meet',
      body([card('a'), ...choice.slice(0, 3)], 'a>i'),
      [['if-branches-meet', 'i']],
    ],
    [
      'a branch past the Join',
      body([card('a'), ...choice, card('b'), card('c')], 'a>i', 't>b', 't>j', 'f>j', 'b>c', 'j>c'),
      [['if-branches-meet', 'i']],
    ],
    [
      'a card in both branches',
      body([card('a'), ...choice, card('b')], 'a>i', 't>b', 'f>b', 'b>j', 't>j', 'f>j'),
      [['if-branches-meet', 'i']],
    ],
    ['no branches', body([card('a'), card('i', 'if')], 'a>i'), [['if-branches-meet', 'i']]],
    [
      'one start for both',
      body([card('a'), card('i', 'if', { t: true }), card('t', 'noop')], 'a>i', 'i>t'),
      [['if-branches-meet', 'i']],
    ],
  ])('refuses %s', (_, scope, expected) => {
    expect(faults(scope)).toEqual(expected);
  });

  it('orders 5,000 cards in a row, and 1,250 If/Else in each other, in well under a second', () => {
    const row = Array.from({ length: 5000 }, (_, at) => card(`c${at}`));
    const chain = row.slice(1).map(({ uuid }, at) => `c${at}>${uuid}`);
    const deep = [card('a')];
    const edges = ['a>i0'];
    for (let at = 0; at < 1250; at++) {
      deep.push(card(`i${at}`, 'if', { [`t${at}`]: true, [`f${at}`]: false }));
      deep.push(card(`t${at}`, 'noop'), card(`f${at}`, 'noop'), card(`j${at}`, 'join'));
      edges.push(`t${at}>j${at}`, `f${at}>j${at}`);
      if (at > 0) edges.push(`t${at - 1}>i${at}`, `j${at}>j${at - 1}`);
    }
    const start = process.hrtime.bigint();
    expect(order(body(row.reverse(), ...chain)).sequence.steps).toHaveLength(5000);
    expect(order(body(deep, ...edges)).branchesOf('t1249')).toHaveLength(1250);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(3000);
  });

  it('never throws and never hangs, whatever the edges', () => {
    const kinds = fc.constantFrom<Kind>('text', 'text', 'if', 'noop', 'join', 'expand');
    const at = fc.nat(8);
    fc.assert(
      fc.property(
        fc.array(kinds, { maxLength: 8 }),
        fc.array(fc.tuple(at, at), { maxLength: 16 }),
        fc.array(fc.tuple(at, fc.boolean()), { maxLength: 3 }),
        (cards, edges, branches) => {
          const names = Object.fromEntries(branches.map(([to, truth]) => [String(to), truth]));
          const scope = body(
            cards.map((kind, index) => card(String(index), kind, kind === 'if' ? names : {})),
            ...edges.map(([from, to]) => `${from}>${to}`),
          );
          const result = linearise(scope);
          if ('faults' in result) expect(result.faults.length).toBeGreaterThan(0);
          else expect(result.order.position.size).toBe(cards.length);
        },
      ),
      { seed: 20260101, numRuns: 2000 },
    );
  });
});
