/** What deactivations cost, as a table for people. */

import type { EconomyRow } from './economy';

/** A column: its title, how wide it is, and what stands in it. */
type Column = [title: string, width: number, cell: (row: EconomyRow) => string];

const columns: readonly Column[] = [
  ['pack', -28, ({ pack }) => pack],
  ['plan', -11, ({ plan }) => plan],
  ['people', 7, ({ people }) => whole(people)],
  ['apart', 6, ({ secondsApart }) => (secondsApart === 0 ? '-' : `${secondsApart} s`)],
  ['accounts', 9, ({ accounts }) => whole(accounts)],
  ['requests', 9, ({ requests }) => part(requests)],
  ['tokens', 7, ({ tokens }) => part(tokens)],
  ['lookups', 8, ({ lookups }) => part(lookups)],
  ['patches', 8, ({ patches }) => part(patches)],
  ['cards', 10, ({ cards }) => part(cards)],
  ['429s', 7, ({ tooMany }) => whole(tooMany)],
  ['time', 10, ({ virtualMs }) => clock(virtualMs)],
  ['flagged', 8, ({ flagged }) => whole(flagged)],
  ['blocked', 8, ({ blocked }) => whole(blocked)],
];

/** The titles, and what they count. */
export const economyTitles = [
  'Per person: requests to Auth0 (without those for tokens), tokens, look-ups, changes, cards. Of all: 429s, virtual time, accounts.',
  line(([title]) => title),
].join('\n');

/** One row, under the titles. */
export function economyLine(row: EconomyRow): string {
  return line(([, , cell]) => cell(row));
}

/** A negative width is that of a column whose texts stand on the left. */
function line(text: (column: Column) => string): string {
  return columns
    .map((column) => {
      const [, width] = column;
      return width < 0 ? text(column).padEnd(-width) : text(column).padStart(width);
    })
    .join('');
}

function whole(count: number): string {
  return count.toLocaleString('en');
}

function part(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** `h:mm:ss`. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
