/** Everything a build delivers, as texts by path: the connector, the packs, the Action. */

import type { BindingModel, PackModel, WirePack } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../connector';
import { packs } from '../flows';
import { compileConnector } from '../sdk/compile/connector';
import { definitionSchema } from '../sdk/compile/definition-schema';
import { compilePack, singleFlow } from '../sdk/compile/pack';
import { canonicalPack, writePack } from '../sdk/pack/write';
import { actionKit } from './action-kit';

export interface DistFile {
  /** Below the output folder, with `/`. */
  path: string;
  text: string;
}

/**
 * Compiles everything. Fails with a CompileError before anything is written.
 * @param binding The keys a tenant gave our connector; those of the local org when absent.
 */
export function distFiles(binding?: BindingModel): DistFile[] {
  return [...connectorFiles(binding), ...packs.flatMap((pack) => packFiles(pack, binding)), ...actionKit()];
}

/** The files of a pack: the folder, each flow, and what belongs beside them. */
function packFiles(pack: PackModel, binding: BindingModel | undefined): DistFile[] {
  const folder = compilePack(pack, new Map(binding === undefined ? [] : [[auth0.model, binding]]));
  const at = `flows/${pack.name}`;
  return [
    { path: `${at}/${pack.name}.folder`, text: packText(folder) },
    ...Object.values(folder.data.flos).map((flow) => ({
      path: `${at}/${fileName(flow.name)}.flow`,
      text: packText(singleFlow(folder, flow.id)),
    })),
    ...Object.entries(pack.files).map(([name, text]) => ({ path: `${at}/${name}`, text })),
  ];
}

function connectorFiles(binding: BindingModel | undefined): DistFile[] {
  const { folder, flows, definition } = compileConnector(auth0.model, binding);
  return [
    ...flows.map(({ name, pack }, index) => ({
      path: `connector/${String(index + 1).padStart(2, '0')}-${fileName(name)}.flow`,
      text: packText(pack),
    })),
    { path: 'connector/connector.folder', text: packText(folder) },
    {
      path: 'connector/connector.json',
      text: jsonText({ $schema: './connector.schema.json', ...definition }),
    },
    { path: 'connector/connector.schema.json', text: jsonText(definitionSchema) },
  ];
}

/** `[main] User Deactivated` → `main-user-deactivated`, `httpHelper` → `http-helper`. */
export function fileName(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function packText(pack: WirePack): string {
  return writePack(canonicalPack(pack));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
