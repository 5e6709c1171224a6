/** `owf docs`: writes the pages of docs/ that are made from cards, rules, faults and routes, or says where they have drifted. */

import { type ReferencePage, referencePages } from '../deliver/card-reference';
import { faultsPage } from '../deliver/faults';
import { tenantsPage } from '../deliver/tenant-routes';
import { auth0RouteSources } from '../tenants/auth0/route-sources';
import { oktaRouteSources } from '../tenants/okta/route-sources';
import { type ExitCode, exitCode } from './failure';
import { type Repository, repository } from './new/repository';
import type { Output } from './output';

export interface DocsOptions {
  /** Compare only. */
  check: boolean;
}

/** One page: `missing` and `drifted` are what it was before it was written. */
export interface PageState {
  path: string;
  state: 'same' | 'drifted' | 'missing';
  /** The first line that differs, from 1. */
  line?: number;
}

/** Every page that is made from the sources. */
export function docsPages(): ReferencePage[] {
  const tenants = tenantsPage({ Auth0: auth0RouteSources, Okta: oktaRouteSources });
  return [
    ...referencePages(),
    { path: 'faults.md', text: faultsPage() },
    { path: 'tenants.md', text: tenants },
  ];
}

/** Writes every page; under `check` writes nothing, and ends with `findings` when a page is not what it would be. */
export function docs(
  { check }: DocsOptions,
  output: Output,
  { read, write }: Repository = repository(),
): ExitCode {
  const pages = docsPages().map(({ path, text }) => ({ path: `docs/${path}`, text }));
  const states = pages.map(({ path, text }) => stateOf(path, read(path), text));
  const stale = states.filter(({ state }) => state !== 'same');
  if (!check) write(pages.filter(({ path }) => stale.some((each) => each.path === path)));
  for (const each of states) output.line(check ? found(each) : written(each));
  if (check && stale.length > 0)
    output.line('  hint: npm run docs writes them anew; look at the difference.');
  output.json({ check, pages: states });
  return check && stale.length > 0 ? exitCode.findings : exitCode.ok;
}

function stateOf(path: string, is: string | null, should: string): PageState {
  if (is === null) return { path, state: 'missing' };
  if (is === should) return { path, state: 'same' };
  const [lines, others] = [is.split('\n'), should.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  return { path, state: 'drifted', line: (at < 0 ? others.length : at) + 1 };
}

function found({ path, state, line }: PageState): string {
  if (state === 'same') return `${path}: up to date`;
  if (state === 'missing') return `${path}: error: is missing`;
  return `${path}:${line}: error: is not what it is made from`;
}

function written({ path, state }: PageState): string {
  const did = { same: 'unchanged', drifted: 'rewritten', missing: 'written' };
  return `${path}: ${did[state]}`;
}
