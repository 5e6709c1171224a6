/** The workflow of the continuous integration: pinned, with few permissions, and calling what there is. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..', '..');
const source = readFileSync(join(root, '.github', 'workflows', 'ci.yml'), 'utf8');

interface Job {
  needs?: string | string[];
  if?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  strategy?: { matrix: Record<string, unknown[]> };
  steps: { uses?: string; run?: string; name?: string; env?: Record<string, string> }[];
}

// What the assertions below look into is what GitHub's documentation calls it.
const workflow = parse(source) as {
  on: { push: { branches: string[]; tags: string[] } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
};
const { scripts, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

it('pins every action to a commit, and says which version that is', () => {
  const uses = source.split('\n').filter((line) => line.includes('uses:'));
  expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
  for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('runs only npm scripts that exist', () => {
  const called = steps.flatMap(({ run = '' }) =>
    [...run.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(([, name]) => name),
  );
  const known = [...Object.keys(scripts), 'ci'];
  expect(called).toEqual(expect.arrayContaining(['ci', 'test', 'build', 'package']));
  for (const name of called) expect(known).toContain(name);
});

it('tests on every Node that package.json admits, and compares what each of them packs', () => {
  expect(workflow.jobs.test?.strategy?.matrix.node).toEqual([20, 22, 24]);
  expect(workflow.jobs.test?.steps.some(({ run }) => run?.includes('diff --recursive first second'))).toBe(
    true,
  );
  expect(workflow.jobs.compare).toMatchObject({ needs: 'test' });
});

it('may write only where it releases, and releases only tags', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const [name, job] of Object.entries(workflow.jobs)) {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    if (name !== 'release') expect(job.permissions).toBeUndefined();
  }
  expect(workflow.jobs.release).toMatchObject({
    permissions: { contents: 'write' },
    if: "startsWith(github.ref, 'refs/tags/v')",
    needs: 'compare',
  });
  expect(workflow.on.push.tags).toEqual(['v*']);
});

it('puts nothing that somebody else may write into a script', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});

it('takes the notes of a release from its section of the changelog', () => {
  const script = steps.find(({ run }) => run?.includes('awk'))?.run ?? '';
  const [line = ''] = script.split('\n').filter((each) => each.startsWith('awk'));
  const notes = execFileSync('sh', ['-c', line.replace(/ > notes\.md$/, '')], {
    cwd: root,
    env: { ...process.env, GITHUB_REF_NAME: `v${version}` },
    encoding: 'utf8',
  });
  expect(notes).toMatch(/^\n### Added\n/);
  expect(notes).not.toMatch(/^## /m);
});
