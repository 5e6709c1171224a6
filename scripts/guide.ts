/** `owf guide`: writes the way from an empty tenant to a refused login, as a page for the browser and one for docs/. */

import { join } from 'node:path';
import { guideDocument, guideFiles } from '../deliver/guide';
import { type ExitCode, exitCode } from './failure';
import { type Repository, repository } from './new/repository';
import type { Output } from './output';
import { readProduct } from './package';

export interface GuideOptions {
  out: string;
  /** Compare docs/guide.md only. */
  check: boolean;
}

/** What `--format json` prints. */
export interface GuideResult {
  check: boolean;
  files: { path: string; state: 'same' | 'drifted' | 'missing' | 'written' }[];
}

/** Writes both; under `check` writes nothing, and ends with `findings` when docs/guide.md is not what it would be. */
export function guide(
  { out, check }: GuideOptions,
  output: Output,
  documents: Repository = repository(),
): ExitCode {
  const { version } = readProduct(join(__dirname, '..'));
  const document = guideDocument(version);
  const is = documents.read(document.path);
  const state = is === null ? 'missing' : is === document.text ? 'same' : 'drifted';
  if (check) {
    output.line(state === 'same' ? `${document.path}: up to date` : `${document.path}: error: ${state}`);
    if (state !== 'same') output.line('  hint: npm run guide writes it anew; look at the difference.');
    output.json({ check, files: [{ path: document.path, state }] } satisfies GuideResult);
    return state === 'same' ? exitCode.ok : exitCode.findings;
  }
  // Beside what else the folder holds: a build is not taken away.
  const files = guideFiles(version);
  repository(out).write(files);
  if (state !== 'same') documents.write([document]);
  const written = files.map(({ path }) => ({ path: `${out}/${path}`, state: 'written' as const }));
  const result: GuideResult = {
    check,
    files: [...written, { path: document.path, state: state === 'same' ? 'same' : 'written' }],
  };
  for (const each of result.files)
    output.line(`${each.path}: ${each.state === 'same' ? 'unchanged' : each.state}`);
  output.json(result);
  return exitCode.ok;
}
