/** `owf check`: says what is wrong with packs, ours or anybody's. */

import type { Finding } from '@okta/workflows-connector-sdk-types';
import { lintText } from '../sdk/lint/index';
import { readPack } from '../sdk/pack/read';
import { checkRoundTrip } from '../sdk/pack/write';
import { type ExitCode, exitCode } from './failure';
import { readText } from './files';
import type { Output } from './output';

export interface CheckOptions {
  strict: boolean;
  roundTrip: boolean;
}

/** Checks every file, then ends once: with `findings` on an error, or under `strict` on a warning too. */
export function check(files: readonly string[], options: CheckOptions, output: Output): ExitCode {
  // Every file is read before anything is said: a missing one is bad usage, whatever the others hold.
  const texts = files.map((file) => ({ file, text: readText(file) }));
  const findings = texts.flatMap(({ file, text }) => [
    ...lintText(text, file),
    ...(options.roundTrip ? roundTrip(text, file) : []),
  ]);
  for (const each of findings) output.line(findingLine(each, output));
  const errors = findings.filter((each) => each.severity === 'error').length;
  const warnings = findings.length - errors;
  output.line(
    `${count(files.length, 'file')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`,
  );
  output.json({ findings });
  return errors > 0 || (options.strict && warnings > 0) ? exitCode.findings : exitCode.ok;
}

function roundTrip(text: string, file: string): Finding[] {
  const read = readPack(text, file);
  return 'pack' in read ? checkRoundTrip(text, read.pack, file) : [];
}

function findingLine(finding: Finding, { colors }: Output): string {
  const { file, flow, pointer, severity, message, hint, rule } = finding;
  const where = flow === null ? pointer : `${flow} ${pointer}`;
  const mark = severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const repair = hint === null ? '' : `\n  hint: ${hint}`;
  return `${file}: ${where}: ${mark}: ${message} ${colors.dim(`[${rule}]`)}${repair}`;
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}
