/** What `owf docs` writes, and what it says of pages that have drifted. */

import { docs, docsPages } from '../../scripts/docs';
import { exitCode } from '../../scripts/failure';
import type { Repository, SourceFile } from '../../scripts/new/repository';
import { output } from '../../scripts/output';

const fresh = Object.fromEntries(docsPages().map(({ path, text }) => [`docs/${path}`, text]));

/** Runs the verb over these files; gives what it printed and what the files are then. */
function run(check: boolean, files: Record<string, string>, format: 'text' | 'json' = 'text') {
  const after = { ...files };
  const writes: SourceFile[] = [];
  const repository: Repository = {
    root: '/nowhere',
    read: (path) => after[path] ?? null,
    list: () => [],
    write(all) {
      writes.push(...all);
      for (const { path, text } of all) after[path] = text;
    },
  };
  let stdout = '';
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => undefined },
  };
  const code = docs({ check }, output(format, streams), repository);
  return { code, stdout, after, writes };
}

describe('docs', () => {
  it('writes every page that is missing or has drifted, and no other', () => {
    const { code, stdout, after, writes } = run(false, {
      ...fresh,
      'docs/cards.md': 'old\n',
      'docs/rules.md': '',
    });
    expect(code).toBe(exitCode.ok);
    expect(after).toEqual(fresh);
    expect(writes.map(({ path }) => path)).toEqual(['docs/cards.md', 'docs/rules.md']);
    expect(stdout).toBe(
      'docs/cards.md: rewritten\ndocs/rules.md: rewritten\ndocs/undocumented.md: unchanged\ndocs/faults.md: unchanged\ndocs/tenants.md: unchanged\n',
    );
    expect(run(false, {}).after).toEqual(fresh);
  });

  it('says under --check what has drifted and where, and writes nothing', () => {
    const lines = fresh['docs/cards.md']?.split('\n') ?? [];
    const drifted = [...lines.slice(0, 4), 'Somebody wrote here.', ...lines.slice(5)].join('\n');
    const { 'docs/rules.md': _gone, ...rest } = fresh;
    const { code, stdout, writes } = run(true, { ...rest, 'docs/cards.md': drifted });
    expect(code).toBe(exitCode.findings);
    expect(writes).toEqual([]);
    expect(stdout.split('\n')).toEqual([
      'docs/cards.md:5: error: is not what it is made from',
      'docs/rules.md: error: is missing',
      'docs/undocumented.md: up to date',
      'docs/faults.md: up to date',
      'docs/tenants.md: up to date',
      '  hint: npm run docs writes them anew; look at the difference.',
      '',
    ]);
  });

  it('is content with pages that are what they would be', () => {
    expect(run(true, fresh)).toMatchObject({ code: exitCode.ok, writes: [] });
  });

  it('finds what was added after the last line, and what was cut off', () => {
    const text = fresh['docs/rules.md'] ?? '';
    const last = text.split('\n').length;
    const more = run(true, { ...fresh, 'docs/rules.md': `${text}more\n` });
    expect(more.stdout).toContain(`docs/rules.md:${last}: error`);
    expect(run(true, { ...fresh, 'docs/rules.md': text.trimEnd() }).code).toBe(exitCode.findings);
  });

  it('prints one JSON document', () => {
    const { stdout } = run(true, { ...fresh, 'docs/cards.md': '' }, 'json');
    expect(JSON.parse(stdout)).toEqual({
      check: true,
      pages: [
        { path: 'docs/cards.md', state: 'drifted', line: 1 },
        { path: 'docs/rules.md', state: 'same' },
        { path: 'docs/undocumented.md', state: 'same' },
        { path: 'docs/faults.md', state: 'same' },
        { path: 'docs/tenants.md', state: 'same' },
      ],
    });
  });
});
