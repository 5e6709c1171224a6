/** docs/faults.md: every fault is in it once, the tests it names are there, and it is what the table says. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults, faultsPage } from '../../deliver/faults';

const root = join(__dirname, '../..');

it('holds D1 to D30, each once and in order', () => {
  expect(faults.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => `D${index + 1}`));
});

it.each(faults.map((fault) => [fault.id, fault] as const))(
  '%s says what both do, and names tests that are there and bear its id',
  (id, { original, ours, tests }) => {
    for (const text of [original, ours]) expect(text).toMatch(/^\S.*\.$/);
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, title } of tests) {
      expect(title.split(':')[0]?.split(', ')).toContain(id);
      expect(existsSync(join(root, file))).toBe(true);
      expect(readFileSync(join(root, file), 'utf8').split('\n')).toContain(`    title: '${title}',`);
    }
  },
);

it('names every test of the lifecycle pack’s faults', () => {
  const file = 'test/flows/auth0-lifecycle/index.test.ts';
  const titles = [...readFileSync(join(root, file), 'utf8').matchAll(/^ {4}title: '(.*)',$/gm)];
  const named = new Set(faults.flatMap(({ tests }) => tests.map(({ title }) => title)));
  expect(titles.map(([, title]) => title).filter((title = '') => !named.has(title))).toEqual([]);
});

it('docs/faults.md is what the table says', () => {
  expect(readFileSync(join(root, 'docs/faults.md'), 'utf8')).toBe(faultsPage());
});

it('every row of the page has as many cells as its head', () => {
  const rows = faultsPage()
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(faults.length + 2);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
});
