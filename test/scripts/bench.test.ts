/** `npm run bench`: what is asked for, and how it is printed. */

import { economyTitles } from '../../scripts/economy-table';

// Without its ending Jest would take the starter beside it, which begins at once.
const { main } = jest.requireActual<typeof import('../../scripts/bench')>('../../scripts/bench.ts');

async function bench(argv: string[], isTTY = false) {
  const printed = { stdout: '', stderr: '' };
  const code = await main(argv, {
    stdout: { isTTY, write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
  });
  return { code, ...printed };
}

const one = ['--accounts', '3', '--plan', 'enterprise', '--pack', 'auth0-deactivation'];

it.each([
  [['economy', '1,2', '--apart', '1', ...one]],
  [['economy', '--people', '1,2', '--apart', '0.5', ...one]],
])('measures what is asked for, a line of JSON each: %j', async (argv) => {
  const apart = Number(argv[argv.indexOf('--apart') + 1]);
  const { code, stdout, stderr } = await bench(argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const same = { bench: 'economy', pack: 'auth0-deactivation', plan: 'enterprise', accounts: 3, requests: 4 };
  expect(rows).toEqual([
    expect.objectContaining({ ...same, people: 1, flagged: 3 }),
    expect.objectContaining({ ...same, people: 2, secondsApart: apart, virtualMs: 1000 * apart, flagged: 6 }),
  ]);
});

it.each([
  [['--format', 'text'], false],
  [[], true],
])('prints a table with %j, on a terminal: %s', async (format, isTTY) => {
  const { stdout } = await bench(['economy', '1', ...one, ...format], isTTY);
  expect(stdout.startsWith(`${economyTitles}\nauth0-deactivation `)).toBe(true);
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
});

it.each([
  [['economy', '0'], /"0" is not a whole number from 1 to 10,000/],
  [['economy', '--people', '1,x'], /"x" is not a whole number/],
  [['economy', '--people', '1,'], /"" is not a whole number/],
  [['economy', '--accounts', '6'], /"6" is not a whole number from 1 to 5/],
  [['economy', '--apart', '-1'], /"-1" is not a number of seconds from 0 on/],
  [['economy', '--plan', 'gold'], /Allowed choices are free, essentials, enterprise/],
  [['economy', '--pack', 'mine'], /Allowed choices are .*auth0-deactivation/],
  [['economy', '1,1001', '--apart', '0,1'], /a crowd of more than 1000 cannot be measured; add --apart 0\.1/],
  [['haste'], /too many arguments.*\n.*--help/],
])('refuses %j before anything is measured', async (argv, message) => {
  const { code, stdout, stderr } = await bench(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('helps', async () => {
  const { code, stdout } = await bench(['economy', '--help']);
  expect(code).toBe(0);
  for (const flag of ['--people', '--accounts', '--apart', '--plan', '--pack', '--format'])
    expect(stdout).toContain(flag);
});
