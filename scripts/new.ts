/** `owf new`: writes a new card, action, flow or rule in the house's pattern: its file, its line in the list, its test. */

import { type ExitCode, exitCode, InputError } from './failure';
import { newAction } from './new/action';
import { newCard } from './new/card';
import { type Draft, formatted, type NewOptions } from './new/draft';
import { newFlow } from './new/flow';
import { type Repository, repository } from './new/repository';
import { newRule } from './new/rule';
import type { Output } from './output';

const kinds: Record<string, (repository: Repository, name: string, options: NewOptions) => Draft> = {
  card: newCard,
  action: newAction,
  flow: newFlow,
  rule: newRule,
};

/** What there can be a new one of. */
export const unitKinds = Object.keys(kinds);

export interface NewUnitOptions extends NewOptions {
  /** Show only. */
  dryRun: boolean;
}

/** Writes all files of a new unit, or none and says why. Under `dryRun` it writes none and shows them. */
export function newUnit(
  kind: string,
  name: string,
  { dryRun, ...options }: NewUnitOptions,
  output: Output,
  house: Repository = repository(),
): ExitCode {
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (make === undefined)
    throw new InputError(`There is no kind of unit "${kind}".`, `Use one of ${unitKinds.join(', ')}.`);
  if (options.address !== undefined && kind !== 'card')
    throw new InputError(`A new ${kind} has no address to choose.`, 'Leave out --address; it is for cards.');
  const draft = make(house, name, options);
  const files = formatted(house, draft.files);
  const changes = files.map(({ path, text }) => ({ path, text, was: house.read(path) }));
  if (!dryRun) house.write(files);
  for (const { path, text, was } of changes) {
    output.line(`${was === null ? 'new    ' : 'changed'}  ${path}`);
    if (dryRun) for (const line of added(was, text)) output.line(output.colors.green(`  + ${line}`));
  }
  if (dryRun) output.line('Nothing is written (--dry-run).');
  else for (const each of draft.next) output.line(each);
  output.json({
    dryRun,
    files: changes.map(({ path, text, was }) => ({ path, change: was === null ? 'new' : 'changed', text })),
    next: draft.next,
  });
  return exitCode.ok;
}

/** The lines that a text has and the former one had not. */
function added(was: string | null, text: string): string[] {
  const former = new Set(was?.split('\n'));
  const lines = text.trimEnd().split('\n');
  return was === null ? lines : lines.filter((line) => !former.has(line));
}
