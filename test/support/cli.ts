/** The command line in this process: what it was given, what it printed, how it ended, and folders to work in. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import defaultWorld from '../../scripts/default-world.json';
import { formsOf } from './canary';
import { CANARY } from './story';

// Without its ending Jest would take the file of this name that starts the program, `owf.cjs`.
const { owf } = jest.requireActual<typeof import('../../scripts/owf')>('../../scripts/owf.ts');

export interface Printed {
  code: number;
  stdout: string;
  stderr: string;
  /** What `--format json` printed: all of stdout, as assertions look into it. */
  json(): ReturnType<typeof JSON.parse>;
}

/** The secrets of the worlds that tests use; `tenants` alone says them, so that others can get in. */
const secrets = [CANARY, ...defaultWorld.auth0.clients.map(({ client_secret }) => client_secret)].flatMap(
  formsOf,
);

/**
 * Runs `owf` with these arguments to its end; a verb that goes on until it is stopped is stopped at once. Fails where it
 * shows a secret.
 */
export async function cli(...argv: string[]): Promise<Printed> {
  const streams = memoryStreams();
  const code = await owf(argv, streams, () => Promise.resolve());
  const { stdout, stderr } = streams.printed;
  const shown = secrets.some((secret) => stdout.includes(secret) || stderr.includes(secret));
  if (shown && argv[0] !== 'tenants') throw new Error(`owf ${argv.join(' ')} shows a client secret.`);
  return { code, stdout, stderr, json: () => JSON.parse(stdout) };
}

/** Streams that remember what was written to them; no terminal, so no colours. */
export function memoryStreams() {
  const printed = { stdout: '', stderr: '' };
  return {
    printed,
    stdout: {
      write(text: string) {
        printed.stdout += text;
      },
    },
    stderr: {
      write(text: string) {
        printed.stderr += text;
      },
    },
  };
}

export interface Workplace {
  folder: string;
  /** The path of a file in the folder. */
  at(...path: string[]): string;
  /** Writes a file; a value that is no text goes as JSON. Gives its path. */
  file(name: string, content: unknown): string;
  /** Everything in the folder, with what the files hold: to show that nothing has changed. */
  content(): Record<string, string>;
}

/** A folder of this test file's own, removed at its end. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'owf-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (...path: string[]) => join(folder, ...path);
  return {
    folder,
    at,
    file(name, content) {
      writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
      return at(name);
    },
    content: () => filesIn(folder),
  };
}

/** Every file of a folder with what it holds, by its path below the folder. */
export function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
