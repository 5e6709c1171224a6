/** `owf build`: compiles everything, checks it, and writes dist/. */

import { type DistFile, distFiles } from '../deliver/dist';
import { lintText } from '../sdk/lint/index';
import { readBinding } from './bind';
import { type ExitCode, exitCode } from './failure';
import { writeFolder } from './files';
import type { Output } from './output';

export interface BuildOptions {
  out: string;
  /** The keys of a tenant; `connector.binding.json` where it is there. */
  binding?: string;
}

/** What `--format json` prints. */
export interface BuildResult {
  out: string;
  files: { path: string; bytes: number }[];
}

/** Builds; nothing is written when something does not compile, or when a pack of ours has a finding. */
export function build({ out, binding }: BuildOptions, output: Output): ExitCode {
  const files = distFiles(readBinding(binding));
  if (hasFindings(files, out, output)) return exitCode.findings;
  writeFolder(out, files);
  const result: BuildResult = {
    out,
    files: files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) })),
  };
  for (const { path, bytes } of result.files) output.line(`${String(bytes).padStart(8)}  ${out}/${path}`);
  output.json(result);
  return exitCode.ok;
}

/** Whether a pack among the files has a finding; says which. Then nothing of the build may be written. */
export function hasFindings(files: readonly DistFile[], out: string, output: Output): boolean {
  const findings = files
    .filter(({ path }) => /\.(flow|folder)$/.test(path))
    .flatMap(({ path, text }) => lintText(text, path));
  if (findings.length === 0) return false;
  for (const each of findings) output.note(`${each.file}: ${each.severity}: ${each.message} [${each.rule}]`);
  output.json({ out, files: [], findings });
  return true;
}
