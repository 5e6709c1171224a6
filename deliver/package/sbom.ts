/** The bill of materials: what this program needs to run, from package-lock.json, in the form of CycloneDX 1.6. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { uuidFrom } from '../../sdk/pack/ids';

/** What package-lock.json (lockfileVersion 3) says of an installed package. */
export interface LockedPackage {
  version?: string;
  /** Where it was fetched from; for a link, the folder that it leads to. */
  resolved?: string;
  /** `sha512-` and base64. */
  integrity?: string;
  license?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** package-lock.json: packages by the folder that they are installed in, ours under the empty one. */
export interface Lock {
  packages: Record<string, LockedPackage>;
}

export interface Product {
  name: string;
  version: string;
  description: string;
  license: string;
}

/** An installed package, and those it needs, by folder. */
interface Node {
  folder: string;
  name: string;
  locked: LockedPackage;
  /** A workspace of ours, which no registry has. */
  own: boolean;
  needs: string[];
}

/** A time that says nothing, so that equal locks give equal bytes: the one the zip has too. */
const TIME = '1980-01-01T00:00:00Z';

/** The bill as JSON text; the same lock gives the same bytes. Fails where the lock lacks a package that is needed. */
export function sbomText(product: Product, lock: Lock): string {
  const nodes = runtimePackages(lock);
  // Nor is the program itself on a registry.
  const root = `${product.name}@${product.version}`;
  const refs = new Map([...nodes].map(([folder, node]) => [folder, refOf(node)]));
  const components = unique([...nodes.values()].map((node) => [refOf(node), component(node)]));
  const needsOf = (folders: string[]) =>
    [...new Set(folders.flatMap((folder) => refs.get(folder) ?? []))].sort();
  const direct = Object.keys(lock.packages['']?.dependencies ?? {}).map((name) => resolve(lock, '', name));
  const dependencies = unique([
    [root, { ref: root, dependsOn: needsOf(direct) }],
    ...[...nodes.values()].map((node): [string, JsonObject] => [
      refOf(node),
      { ref: refOf(node), dependsOn: needsOf(node.needs) },
    ]),
  ]);
  const body = {
    metadata: {
      timestamp: TIME,
      component: {
        type: 'application',
        'bom-ref': root,
        name: product.name,
        version: product.version,
        description: product.description,
        licenses: licenses(product.license),
      },
    },
    components,
    dependencies,
  };
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom('sbom', JSON.stringify(body))}`,
    version: 1,
    ...body,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** Everything that is needed to run, directly or not, by folder. */
function runtimePackages(lock: Lock): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const visit = (folder: string) => {
    if (nodes.has(folder)) return;
    const entry = lock.packages[folder] ?? {};
    const locked = entry.link ? { ...lock.packages[entry.resolved ?? ''] } : entry;
    const optional = Object.keys(locked.optionalDependencies ?? {});
    const needs = [...Object.keys(locked.dependencies ?? {}), ...optional]
      .filter((name) => !optional.includes(name) || found(lock, folder, name) !== undefined)
      .map((name) => resolve(lock, folder, name));
    nodes.set(folder, { folder, name: nameOf(folder), locked, own: entry.link === true, needs });
    for (const each of needs) visit(each);
  };
  for (const name of Object.keys(lock.packages['']?.dependencies ?? {})) visit(resolve(lock, '', name));
  return nodes;
}

function resolve(lock: Lock, from: string, name: string): string {
  const folder = found(lock, from, name);
  if (folder === undefined)
    throw new Error(`package-lock.json has no package "${name}", which "${nameOf(from)}" needs.`);
  return folder;
}

/** Where node finds a package: in the nearest node_modules, going outwards. */
function found(lock: Lock, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const folder = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[folder] !== undefined) return folder;
    if (at === '') return undefined;
  }
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameOf(folder: string): string {
  return folder.split('node_modules/').at(-1) ?? '';
}

/** The package URL; of ours the plain name, for a registry could have a stranger's package under it. */
function refOf({ name, locked, own }: Node): string {
  return own ? `${name}@${locked.version ?? ''}` : purl(name, locked.version ?? '');
}

/** A package URL; the `@` of a scope is written as %40. */
function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}

function component(node: Node): JsonObject {
  const { name, locked } = node;
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const ref = refOf(node);
  return {
    type: 'library',
    'bom-ref': ref,
    ...(scope !== undefined && { group: scope }),
    name: bare ?? name,
    version: locked.version ?? '',
    ...(locked.integrity?.startsWith('sha512-') && {
      hashes: [{ alg: 'SHA-512', content: hexOf(locked.integrity.slice('sha512-'.length)) }],
    }),
    ...(locked.license !== undefined && { licenses: licenses(locked.license) }),
    ...(!node.own && { purl: ref }),
  };
}

/** One SPDX id, or an expression of several. */
function licenses(license: string): Json[] {
  return /^[A-Za-z0-9.+-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }];
}

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}

/** One value for each reference, ordered by it: a package may be installed in two folders. */
function unique<T>(entries: readonly (readonly [string, T])[]): T[] {
  return [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
