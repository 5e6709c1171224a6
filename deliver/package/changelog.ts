/** The changelog in the form of Keep a Changelog 1.1.0: read, and held to that form. */

export interface Release {
  /** `Unreleased`, or a version. */
  version: string;
  /** `2026-11-23`; null for what is not released. */
  date: string | null;
  /** What changed, by kind: `Added`, `Fixed`, … */
  changes: Record<string, string[]>;
}

const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** The releases of a changelog, newest first, and what is wrong with its form, by line. */
export function readChangelog(text: string): { releases: Release[]; faults: string[] } {
  const releases: Release[] = [];
  const faults: string[] = [];
  let kind: string | undefined;
  const lines = text.split('\n');
  if (lines[0] !== '# Changelog') faults.push('line 1: the title is "# Changelog"');
  for (const [index, line] of lines.entries()) {
    const fault = (what: string) => faults.push(`line ${index + 1}: ${what}`);
    const release = releases.at(-1);
    if (line.startsWith('## ')) {
      kind = undefined;
      const [, version = '', date] = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/.exec(line) ?? [];
      if (version === '') fault('a release is "## [1.2.3] - 2026-01-31" or "## [Unreleased]"');
      else if ((version === 'Unreleased') === (date !== undefined))
        fault('a release has a date, and Unreleased has none');
      else if (version !== 'Unreleased' && !/^\d+\.\d+\.\d+$/.test(version))
        fault(`"${version}" is no semantic version`);
      if (releases.some((each) => each.version === version)) fault(`"${version}" stands twice`);
      releases.push({ version, date: date ?? null, changes: {} });
    } else if (line.startsWith('### ')) {
      kind = line.slice(4);
      if (release === undefined) fault('changes belong to a release');
      else release.changes[kind] = [];
      if (!kinds.includes(kind)) fault(`"${kind}" is none of ${kinds.join(', ')}`);
    } else if (line.startsWith('- ')) {
      if (release === undefined || kind === undefined) fault('a change stands under a kind of change');
      else release.changes[kind]?.push(line.slice(2));
    }
  }
  if (releases[0]?.version !== 'Unreleased') faults.push('the first release is "## [Unreleased]"');
  const dates = releases.flatMap(({ date }) => date ?? []);
  if (dates.some((date, index) => date > (dates[index - 1] ?? date)))
    faults.push('the newest release comes first');
  for (const { version, date, changes } of releases) {
    if (date !== null && Object.values(changes).every((list) => list.length === 0))
      faults.push(`${version} names no change`);
  }
  return { releases, faults };
}
