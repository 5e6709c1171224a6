/** One zip with the same bytes on any machine, at any time: nothing of the file system, the clock or zlib is in it. */

import { strToU8, type ZipOptions, zipSync } from 'fflate';
import type { DistFile } from '../dist';

/** The first instant that a zip can hold, as wall clock: fflate writes local time, so it is the same in every zone. */
const BEGINNING = new Date(1980, 0, 1);
/** Unix, a plain file, `rw-r--r--`: whatever the umask. */
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** Packs files in the order given, each below one folder, which unpacking makes. */
export function zipOf(folder: string, files: readonly DistFile[]): Uint8Array {
  const options: ZipOptions = { level: 9, mtime: BEGINNING, os: UNIX, attrs: PLAIN_FILE };
  return zipSync(
    Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, [strToU8(text), options]])),
  );
}
