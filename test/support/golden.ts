/** Golden files: texts that a build emits, kept beside the tests; UPDATE_GOLDEN=1 rewrites them, a reviewer reads the diff. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where they lie, by the room whose output they are. */
const folder = join(__dirname, '..', 'golden');

/**
 * Expects a text to be that of a golden file.
 * @param name Its path below `test/golden`, with `/`.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(folder, ...name.split('/'));
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path)) throw new Error(`There is no golden file ${name}; UPDATE_GOLDEN=1 writes it.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
