/** `owf bind`: reads a tenant's keys of our connector from an export, so that `owf build` makes packs that resolve there. */

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import type { ActionModel, BindingModel, BlockModel } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../connector';
import { packs } from '../flows';
import { viewPack } from '../sdk/pack/view';
import { bindingFrom } from '../setup/bind';
import { type ExitCode, exitCode, InputError } from './failure';
import { readJson, readPackFile } from './files';
import type { Output } from './output';

/** Where the keys are kept; not a secret, and worth keeping in git. */
export const BINDING_FILE = 'connector.binding.json';

export interface BindOptions {
  from: string;
  out: string;
}

/** Writes the binding; refuses, and writes nothing, where the export does not hold what our packs need. */
export function bind({ from, out }: BindOptions, output: Output): ExitCode {
  const bound = bindingFrom(auth0.model, viewPack(readPackFile(from)), neededActions());
  if ('problem' in bound) throw new InputError(bound.problem, bound.hint);
  const { binding, found } = bound;
  // Whole or not at all: a build must never read half a binding.
  writeFileSync(`${out}.part`, `${JSON.stringify(binding, null, 2)}\n`);
  renameSync(`${out}.part`, out);
  output.line(`${binding.key} ${binding.version}: ${found.length} cards bound in ${out}.`);
  output.line('Run owf build; its packs now resolve in that tenant.');
  output.json({ out, key: binding.key, version: binding.version, cards: found });
  return exitCode.ok;
}

/** The actions whose cards stand in our packs. */
function neededActions(): ActionModel[] {
  const inBlock = (block: BlockModel): ActionModel[] =>
    block.cards.flatMap((card) => [
      ...(card.action === null ? [] : [card.action]),
      ...Object.values(card.blocks).flatMap(inBlock),
    ]);
  return [...new Set(packs.flatMap((pack) => pack.flows.flatMap((flow) => inBlock(flow.body))))];
}

/** The binding in a file, or in the one `owf bind` writes where it is there; undefined: the local org's keys. */
export function readBinding(file?: string): BindingModel | undefined {
  if (file === undefined && !existsSync(BINDING_FILE)) return undefined;
  const name = file ?? BINDING_FILE;
  const value: unknown = readJson(name);
  if (isBinding(value)) return value;
  throw new InputError(`"${name}" is no binding.`, 'Make it again: owf bind --from EXPORT.');
}

/** Whether a parsed file is a binding. */
function isBinding(value: unknown): value is BindingModel {
  if (typeof value !== 'object' || value === null) return false;
  const { key, version, methods, fields } = value as Partial<BindingModel>; // looked at before it is believed
  const texts = (map: unknown) =>
    typeof map === 'object' && map !== null && Object.values(map).every((each) => typeof each === 'string');
  return typeof key === 'string' && typeof version === 'string' && texts(methods) && texts(fields);
}
