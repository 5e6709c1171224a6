/** What a deactivation costs: as few requests as there can be, counted on every plan and beside the original. */

import { type EconomyRow, economy } from '../../scripts/economy';
import { corpusFiles } from '../support/corpus';

const LIFECYCLE = 'auth0-lifecycle, revoke no';
const REVOKING = 'auth0-lifecycle, revoke yes';

/**
 * Runs of flows that ask Auth0, for one person. A connection's token does not leave the card that got it, so the pack of
 * single cards has one for the look-up in its main flow, and one for the change in each run of its helper.
 */
const flowRuns: Record<string, (accounts: number) => number> = {
  'auth0-user-metadata': () => 1,
  'auth0-deactivation': (accounts) => 1 + accounts,
  [LIFECYCLE]: () => 1,
  [REVOKING]: () => 1,
};
const ours = Object.keys(flowRuns);

let rows: EconomyRow[] = [];
const told: EconomyRow[] = [];
const people: number[] = [];
beforeAll(async () => {
  const onRow = (row: EconomyRow) => told.push(row);
  rows = [
    ...(await economy({ people: [1], onRow })),
    ...(await economy({
      people: [20],
      accounts: [1, 3],
      plans: ['enterprise'],
      secondsApart: [1],
      onRow,
      onPerson: (_, done) => people.push(done),
    })),
    ...(await economy({ people: [60], accounts: [1], plans: ['enterprise'], secondsApart: [0], onRow })),
  ];
}, 120_000);

const rowsOf = (pack: string) => rows.filter((row) => row.pack === pack);
const unhindered = (pack: string) => rowsOf(pack).filter(({ tooMany }) => tooMany === 0);
const crowd = (pack: string) => rowsOf(pack).find((row) => row.people > 1 && row.secondsApart === 0);

it('measures every pack on every plan, and tells of every row and person as they are done', () => {
  const packs = [...new Set(rows.map(({ pack }) => pack))];
  expect(packs).toEqual([...(corpusFiles().length > 0 ? ['original'] : []), ...ours]);
  for (const pack of packs) expect(new Set(rowsOf(pack).map(({ plan }) => plan)).size).toBe(3);
  expect(told).toEqual(rows);
  expect(people.slice(0, 21)).toEqual([...Array.from({ length: 20 }, (_, index) => index + 1), 1]);
});

describe.each(ours)('%s', (pack) => {
  it('flags every account of everybody, even of a crowd that Auth0 makes wait', () => {
    for (const { people, accounts, flagged } of rowsOf(pack)) expect(flagged).toBe(people * accounts);
  });

  it('asks once for an address and changes an account once', () => {
    // Alone on the paid plans, and one a second: with one account and with three.
    expect(unhindered(pack).filter(({ plan }) => plan === 'enterprise')).toHaveLength(4);
    for (const { accounts, lookups, patches } of unhindered(pack))
      expect({ lookups, patches }).toEqual({ lookups: 1, patches: accounts });
  });

  it('gets at most one token in each run of a flow that asks Auth0, even where it must wait', () => {
    for (const { people, accounts, tokens } of rowsOf(pack))
      if (people === 1) expect(tokens).toBeLessThanOrEqual(flowRuns[pack]?.(accounts) ?? 0);
  });

  it('never meets the Enterprise limit, alone or with one person a second', () => {
    const enterprise = rowsOf(pack).filter(({ plan }) => plan === 'enterprise');
    const calm = enterprise.filter((row) => row !== crowd(pack));
    expect(calm.map(({ people, accounts, tooMany }) => [people, accounts, tooMany])).toEqual([
      [1, 1, 0],
      [1, 3, 0],
      [20, 1, 0],
      [20, 3, 0],
    ]);
  });
});

it('a crowd waits for Auth0 once its burst is used up, and so takes longer', () => {
  // 60 look-ups at once, and Auth0 lets 50 requests pass.
  for (const pack of ours) expect(crowd(pack)?.tooMany).toBeGreaterThanOrEqual(10);
  for (const pack of ours) expect(crowd(pack)?.virtualMs).toBeGreaterThanOrEqual(60_000);
});

it('the lifecycle pack also blocks every account', () => {
  for (const pack of [LIFECYCLE, REVOKING])
    for (const { people, accounts, blocked } of rowsOf(pack)) expect(blocked).toBe(people * accounts);
});

it('revoking costs one request per account where the plan has it; else the refusal, the grants and the devices', () => {
  for (const { plan, people, accounts, requests } of unhindered(REVOKING)) {
    const [without] = unhindered(LIFECYCLE).filter(
      (row) => row.people === people && row.accounts === accounts,
    );
    const each = (requests - (without?.requests ?? 0)) / accounts;
    expect({ plan, each }).toEqual({ plan, each: plan === 'enterprise' ? 1 : 3 });
  }
});

it('flag and block together need no more than the original needs for its flag alone', () => {
  let compared = 0;
  for (const { plan, people, accounts, requests, tokens, flagged, blocked } of unhindered('original')) {
    // The original flags one account whatever there is, so the others are what ours needs a change more for.
    expect({ flagged, blocked }).toEqual({ flagged: people, blocked: 0 });
    const mine = unhindered(LIFECYCLE).find(
      (row) => row.plan === plan && row.people === people && row.accounts === accounts,
    );
    // The Free plan lets two requests pass at once, which are not enough for three accounts.
    if (mine === undefined) expect({ plan, accounts }).toEqual({ plan: 'free', accounts: 3 });
    else {
      compared++;
      expect(mine.requests).toBeLessThanOrEqual(requests + accounts - 1);
      expect(mine.tokens).toBeLessThanOrEqual(tokens);
    }
  }
  expect(compared).toBe(corpusFiles().length > 0 ? 7 : 0);
});
