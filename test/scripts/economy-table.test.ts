/** The table of economy: what a person reads of a row. */

import { economyLine, economyTitles } from '../../scripts/economy-table';

const row = {
  bench: 'economy' as const,
  pack: 'auth0-lifecycle, revoke yes',
  plan: 'essentials' as const,
  people: 10_000,
  secondsApart: 0,
  accounts: 3,
  requests: 13.5,
  lookups: 1,
  patches: 3,
  tokens: 1,
  cards: 1477.25,
  virtualMs: 36_000_000 + 61_499,
  tooMany: 12_345,
  flagged: 30_000,
  blocked: 29_999,
};

it('has every number under its title', () => {
  const [, titles = ''] = economyTitles.split('\n');
  const line = economyLine(row);
  expect(line).toHaveLength(titles.length);
  // Texts stand on the left, numbers on the right, and no two of them touch.
  expect(line.startsWith('auth0-lifecycle, revoke yes essentials ')).toBe(true);
  const cells = '10,000|-|3|13.5|1|1|3|1,477.25|12,345|10:01:01|30,000|29,999'.split('|');
  expect(line.split(/ +/).slice(4)).toEqual(cells);
  expect(titles.split(/ +/)).toHaveLength(14);
  for (const [title, value] of [
    ['requests', '13.5'],
    ['429s', '12,345'],
    ['time', '10:01:01'],
  ] as const)
    expect(line.slice(0, titles.indexOf(title) + title.length).endsWith(value)).toBe(true);
});

it('says how many seconds people are apart', () => {
  expect(economyLine({ ...row, secondsApart: 1 })).toMatch(/10,000 +1 s +3 /);
});
