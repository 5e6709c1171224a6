/** Finds the real exports that tests read, which are other people's and not part of the project. */

import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A pack file of the corpus. */
export interface CorpusFile {
  /** Its path in the corpus. */
  name: string;
  path: string;
}

/** Where the corpus lies beside the repository; it need not. */
export const corpusFolder = join(__dirname, '..', '..', '..', 'shared', 'corpus');

/** Every pack file of the corpus, by name; none where there is no corpus. */
export function corpusFiles(): CorpusFile[] {
  if (!existsSync(corpusFolder)) return [];
  return readdirSync(corpusFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(flow|folder|flopack)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(corpusFolder, path), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** As `describe`, for tests that read the corpus: without it they are skipped, and the title says why. */
export function describeCorpus(title: string, tests: (files: CorpusFile[]) => void): void {
  const files = corpusFiles();
  if (files.length > 0) {
    describe(title, () => tests(files));
    return;
  }
  describe(`${title} [skipped: no corpus in ${corpusFolder}]`, () => {
    it.skip('reads real exports', () => undefined);
  });
}
