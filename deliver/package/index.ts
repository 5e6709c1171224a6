/** A release: the build with its manifest, checksums and bill of materials, and one zip of it all. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../../connector';
import { localBinding } from '../../sdk/compile/binding';
import type { DistFile } from '../dist';
import { byPath, checksumLines, sha256 } from './checksums';
import { type Lock, type Product, sbomText } from './sbom';
import { zipOf } from './zip';

export interface ReleaseInput {
  product: Product;
  lock: Lock;
  /** The build, in any order, with `connector/connector.json` in it. */
  files: readonly DistFile[];
  /** What it was built from; null outside a repository. */
  source: SourceCommit | null;
}

export interface SourceCommit {
  /** Forty hexadecimal digits. */
  commit: string;
  /** There are changes that the commit does not hold. */
  modified: boolean;
}

export interface Release {
  manifest: Manifest;
  /** Everything, by path. */
  files: DistFile[];
  /** `okta-workflows-auth0-connector-0.1.0.zip`, with one folder of the same name in it. */
  zip: { path: string; bytes: Uint8Array };
  /** `<zip>.sha256`, as `sha256sum -c` takes it. */
  zipChecksum: DistFile;
}

/** `manifest.json`. */
export interface Manifest {
  name: string;
  version: string;
  /** Whether the packs call the connector by the key a tenant gave it; false: by the local org's key. */
  bound: boolean;
  connector: { name: string; key: string; version: string };
  source: SourceCommit | null;
  /** Every file but this one and SHA256SUMS, in the order of their paths. */
  files: { path: string; size: number; sha256: string }[];
}

/** Puts a release together; the same input gives the same bytes, in whatever order its files come. */
export function releaseOf({ product, lock, files, source }: ReleaseInput): Release {
  const listed = [...files, { path: 'sbom.cdx.json', text: sbomText(product, lock) }].sort(byPath);
  const manifest: Manifest = {
    name: product.name,
    version: product.version,
    ...connectorOf(files),
    source,
    files: listed.map(({ path, text }) => ({ path, size: Buffer.byteLength(text), sha256: sha256(text) })),
  };
  const described = [
    ...listed,
    { path: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
  ].sort(byPath);
  const whole = [...described, { path: 'SHA256SUMS', text: checksumLines(described) }].sort(byPath);
  const name = `${product.name}-${product.version}`;
  const bytes = zipOf(name, whole);
  return {
    manifest,
    files: whole,
    zip: { path: `${name}.zip`, bytes },
    zipChecksum: { path: `${name}.zip.sha256`, text: `${sha256(bytes)}  ${name}.zip\n` },
  };
}

/** The connector as its definition, one of the files, names it: what the packs of the same build call. */
function connectorOf(files: readonly DistFile[]): Pick<Manifest, 'bound' | 'connector'> {
  const text = files.find(({ path }) => path === 'connector/connector.json')?.text;
  if (text === undefined) throw new Error('A build without connector/connector.json is none.');
  // The compiler wrote it.
  const definition = JSON.parse(text) as Record<string, Json>;
  const [name, key, version] = [definition.name, definition.key, definition.version].map(String);
  const connector = { name: name ?? '', key: key ?? '', version: version ?? '' };
  return { bound: connector.key !== localBinding(auth0.model).key, connector };
}
