/** What a deactivation costs: as few requests as there can be, counted on every plan and beside the original. */

import { type EconomyRow, economy } from '../../scripts/economy';
import { corpusFiles } from '../support/corpus';

const LIFECYCLE = 'auth0-lifecycle, revoke no';
const REVOKING = 'auth0-lifecycle, revoke yes';

let rows: EconomyRow[] = [];
beforeAll(async () => {
  rows = await economy({ people: [1], accounts: [1, 3] });
  rows.push(
    ...(await economy({
      people: [25],
      accounts: [3],
      plans: ['enterprise'],
      secondsApart: [1],
      packs: [LIFECYCLE, REVOKING],
    })),
  );
});

const rowsOf = (pack: string) => rows.filter((row) => row.pack === pack);
const unhindered = (pack: string) => rowsOf(pack).filter(({ tooMany }) => tooMany === 0);

it('measures every pack on every plan', () => {
  const packs = [...new Set(rows.map(({ pack }) => pack))];
  expect(packs).toEqual([
    ...(corpusFiles().length > 0 ? ['original'] : []),
    'auth0-user-metadata',
    'auth0-deactivation',
    LIFECYCLE,
    REVOKING,
  ]);
  for (const pack of packs) expect(new Set(rowsOf(pack).map(({ plan }) => plan)).size).toBe(3);
});

describe.each([LIFECYCLE, REVOKING])('%s', (pack) => {
  it('flags and blocks every account of everybody', () => {
    for (const { people, accounts, flagged, blocked } of rowsOf(pack))
      expect({ flagged, blocked }).toEqual({ flagged: people * accounts, blocked: people * accounts });
  });

  it('asks once for an address, changes an account once, with one token', () => {
    expect(unhindered(pack).length).toBeGreaterThan(2);
    for (const { accounts, lookups, patches, tokens } of unhindered(pack))
      expect({ lookups, patches, tokens }).toEqual({ lookups: 1, patches: accounts, tokens: 1 });
  });

  it('needs one token even where Auth0 makes it wait', () => {
    for (const { tokens } of rowsOf(pack)) expect(tokens).toBe(1);
  });

  it('never meets the Enterprise limit, alone or with one person a second', () => {
    const enterprise = rowsOf(pack).filter(({ plan }) => plan === 'enterprise');
    expect(enterprise.map(({ people, accounts, tooMany }) => [people, accounts, tooMany])).toEqual([
      [1, 1, 0],
      [1, 3, 0],
      [25, 3, 0],
    ]);
  });
});

it('revoking costs one request per account where the plan has it; else the refusal, the grants and the devices', () => {
  for (const { plan, accounts, requests } of unhindered(REVOKING)) {
    const [without] = unhindered(LIFECYCLE).filter((row) => row.accounts === accounts);
    const each = (requests - (without?.requests ?? 0)) / accounts;
    expect({ plan, each }).toEqual({ plan, each: plan === 'enterprise' ? 1 : 3 });
  }
});

it('flag and block together need no more than the original needs for its flag alone', () => {
  const original = unhindered('original');
  for (const { plan, people, accounts, requests, tokens, flagged, blocked } of original) {
    const [mine] = unhindered(LIFECYCLE).filter(
      (row) => row.plan === plan && row.people === people && row.accounts === accounts,
    );
    // The original flags one account whatever there is, so the others are what ours needs a change more for.
    expect({ flagged, blocked }).toEqual({ flagged: 1, blocked: 0 });
    if (mine === undefined) expect(plan).toBe('free');
    else {
      expect(mine.requests).toBeLessThanOrEqual(requests + accounts - 1);
      expect(mine.tokens).toBeLessThanOrEqual(tokens);
    }
  }
});

it('needs less than the flow for one flag with the connector’s single actions', () => {
  for (const { plan, accounts, requests, tokens } of unhindered('auth0-deactivation')) {
    const [mine] = unhindered(LIFECYCLE).filter((row) => row.plan === plan && row.accounts === accounts);
    expect(mine?.requests).toBeLessThan(requests);
    expect(mine?.tokens).toBeLessThan(tokens);
  }
});
