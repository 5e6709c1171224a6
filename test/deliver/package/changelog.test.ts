/** The changelog: its form, and that the version of package.json stands in it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChangelog } from '../../../deliver/package/changelog';

const root = join(__dirname, '..', '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const good = [
  '# Changelog',
  '',
  '## [Unreleased]',
  '',
  '## [1.0.0] - 2026-01-31',
  '',
  '### Added',
  '',
  '- It.',
  '',
];
const faultsOf = (...lines: string[]) => readChangelog(lines.join('\n')).faults;
const changed = (from: string, to: string) => faultsOf(...good.map((line) => (line === from ? to : line)));

describe('CHANGELOG.md', () => {
  const { releases, faults } = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));

  it('is in the form of Keep a Changelog', () => expect(faults).toEqual([]));

  it('has a section for the version of package.json', () => {
    const own = releases.find((release) => release.version === version);
    expect(own?.changes.Added?.length).toBeGreaterThan(0);
    expect(own?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

it('reads releases with their changes', () => {
  expect(readChangelog(good.join('\n'))).toEqual({
    releases: [
      { version: 'Unreleased', date: null, changes: {} },
      { version: '1.0.0', date: '2026-01-31', changes: { Added: ['It.'] } },
    ],
    faults: [],
  });
});

it.each([
  ['# Changelog', '# Changes', 'the title'],
  ['## [1.0.0] - 2026-01-31', '## 1.0.0', 'a release is'],
  ['## [1.0.0] - 2026-01-31', '## [1.0.0]', 'a release has a date'],
  ['## [1.0.0] - 2026-01-31', '## [1.0] - 2026-01-31', 'no semantic version'],
  ['## [Unreleased]', '## [Unreleased] - 2026-01-31', 'Unreleased has none'],
  ['## [Unreleased]', '## [1.0.0] - 2026-01-31', 'stands twice'],
  ['## [Unreleased]', '## [2.0.0] - 2026-02-28', 'the first release'],
  ['## [Unreleased]', '## [0.9.0] - 2025-01-31', 'the newest release'],
  ['### Added', '### Invented', '"Invented" is none of'],
  ['### Added', '', 'under a kind of change'],
  ['- It.', '', 'names no change'],
])('finds "%s" changed into "%s"', (from, to, message) => {
  expect(changed(from, to).join('\n')).toContain(message);
});
