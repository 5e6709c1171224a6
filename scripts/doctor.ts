/** `owf doctor`: checks a real tenant and the files here, reading alone, and says how to mend what it finds. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAction } from '../action/build';
import { auth0 } from '../connector';
import { type CheckResult, examine } from '../setup/doctor';
import type { LocalFile, Status } from '../setup/doctor/check';
import { openManagement } from '../setup/management';
import { BINDING_FILE } from './bind';
import { type ExitCode, exitCode, InputError } from './failure';
import { readText } from './files';
import type { Output, Streams } from './output';
import { readApplication, type TenantOptions } from './tenant-input';

export interface DoctorOptions extends TenantOptions {
  /** The Action's name in the tenant. */
  name: string;
  /** The connector's actions in use; all of them when absent. */
  action?: string[];
}

/** What `--format json` prints. */
export interface DoctorResult {
  domain: string;
  ok: boolean;
  checks: CheckResult[];
}

/** What is searched for secrets where no file is named, as far as it is there. */
const LOCAL = ['dist', BINDING_FILE];

/** Ends with `findings` unless every check could be made and found all well. */
export async function doctor(
  paths: readonly string[],
  options: DoctorOptions,
  output: Output,
  streams: Streams = process,
): Promise<ExitCode> {
  const actions = actionsInUse(options.action);
  const files = filesOf(paths.length > 0 ? paths : LOCAL.filter((path) => existsSync(path)));
  const application = await readApplication(options, streams);
  const management = openManagement(application);
  try {
    const { clientId, clientSecret, domain } = application;
    const wanted = { name: options.name, code: buildAction() };
    const patient = { management, clientId, clientSecret, actions, wanted, files };
    const checks = await examine(patient, (result) => say(result, output));
    const bad = checks.filter(({ status }) => status !== 'ok');
    output.line(
      bad.length === 0
        ? `All ${checks.length} checks are well.`
        : `${bad.length} of ${checks.length} checks are not well.`,
    );
    const result: DoctorResult = { domain, ok: bad.length === 0, checks };
    output.json(result);
    return result.ok ? exitCode.ok : exitCode.findings;
  } finally {
    await management.close();
  }
}

const MARKS: Record<Status, { mark: string; color: 'green' | 'yellow' | 'red' | 'dim' }> = {
  ok: { mark: '✓', color: 'green' },
  warning: { mark: '!', color: 'yellow' },
  error: { mark: '✗', color: 'red' },
  'not checked': { mark: '–', color: 'dim' },
};

function say({ check, status, found, details, repair }: CheckResult, { line, colors }: Output): void {
  const { mark, color } = MARKS[status];
  const unseen = status === 'not checked' ? 'not checked: ' : '';
  line(`${colors[color](mark)} ${check.padEnd(16)} ${unseen}${found}`);
  for (const detail of details) line(`  ${' '.repeat(16)} - ${detail}`);
  if (repair !== null) line(`  ${' '.repeat(16)} repair: ${repair}`);
}

function actionsInUse(names: string[] | undefined) {
  const { actions } = auth0.model;
  const unknown = names?.find((name) => !actions.some((action) => action.name === name));
  if (unknown !== undefined) {
    throw new InputError(
      `The connector has no action "${unknown}".`,
      `It has ${actions.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names === undefined ? actions : actions.filter(({ name }) => names.includes(name));
}

/** The files, and those in the folders, with what they hold. */
function filesOf(paths: readonly string[]): LocalFile[] {
  return paths.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [{ path, text: readText(path) }];
    const inside = readdirSync(path, { recursive: true, withFileTypes: true });
    return inside
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({ path: file, text: readText(file) }));
  });
}
