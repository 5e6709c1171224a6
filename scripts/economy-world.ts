/** What the economy of a deactivation is measured on: the packs, and a world of people with accounts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Auth0Plan, Auth0UserSeed, WirePack, World } from '@okta/workflows-connector-sdk-types';
import { auth0 as connector } from '../connector';
import { auth0Deactivation } from '../flows/auth0-deactivation';
import { auth0Lifecycle } from '../flows/auth0-lifecycle';
import { auth0UserMetadata } from '../flows/auth0-user-metadata';
import { compilePack } from '../sdk/compile/pack';
import { readPack } from '../sdk/pack/read';

/** What is measured. */
export interface Subject {
  name: string;
  pack: WirePack;
  /** The rows of `settings`, where the pack has such a table. */
  settings?: Record<string, string>;
}

const ORIGINAL = join(
  __dirname,
  '../../shared/corpus/iamse-blog/auth0-user-metadata/auth0UserMetaData.folder',
);
const DOMAIN = 'acme.eu.auth0.test';
const SECRET = 'a-secret-that-only-the-bench-knows';
/** One account of a person at each of them, the first ones first. */
export const PROVIDERS = ['auth0', 'google-oauth2', 'oidc', 'samlp', 'windowslive'];

/** Our packs that do the job, behind the original where the corpus lies beside the repository. */
export function subjects(): Subject[] {
  const lifecycle = compilePack(auth0Lifecycle);
  const settings = { mode: 'live', connections: '' };
  return [
    ...original(),
    { name: 'auth0-user-metadata', pack: compilePack(auth0UserMetadata) },
    { name: 'auth0-deactivation', pack: compilePack(auth0Deactivation) },
    { name: 'auth0-lifecycle, revoke no', pack: lifecycle, settings: { ...settings, revoke: 'no' } },
    { name: 'auth0-lifecycle, revoke yes', pack: lifecycle, settings: { ...settings, revoke: 'yes' } },
  ];
}

function original(): Subject[] {
  if (!existsSync(ORIGINAL)) return [];
  const read = readPack(readFileSync(ORIGINAL, 'utf8'), ORIGINAL);
  if (!('pack' in read)) throw new Error(`The original does not read: ${read.findings[0]?.message ?? ''}`);
  return [{ name: 'original', pack: read.pack }];
}

/** The Okta id of a person. */
export function oktaId(person: number): string {
  return `00u${person}`;
}

/** People with an account in each of so many connections, all under one address, and what they hold. */
export function worldOf(
  subject: Subject,
  { plan, people, accounts }: { plan: Auth0Plan; people: number; accounts: number },
): World {
  const numbers = Array.from({ length: people }, (_, person) => person);
  const email = (person: number) => `person${person}@acme.test`;
  const users = numbers.flatMap((person) =>
    PROVIDERS.slice(0, accounts).map(
      (provider): Auth0UserSeed => ({
        user_id: `${provider}|${person}`,
        email: email(person),
        connection: provider === 'auth0' ? 'Username-Password-Authentication' : provider,
      }),
    ),
  );
  const own = ['read:users', 'update:users', 'update:users_app_metadata'];
  const scopes = [...new Set([...own, ...connector.model.actions.flatMap((action) => action.scopes)])];
  const asRows = (values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => ({ name, value }));
  return {
    okta: {
      domain: 'acme.okta.test',
      users: numbers.map((person) => ({
        id: oktaId(person),
        status: 'ACTIVE',
        profile: { firstName: 'P', lastName: String(person), login: email(person), email: email(person) },
      })),
    },
    auth0: {
      domain: DOMAIN,
      plan,
      clients: [{ client_id: 'workflows', client_secret: SECRET, scopes }],
      users,
      sessions: users.map(({ user_id }) => ({ user_id })),
      refreshTokens: users.map(({ user_id }) => ({ user_id })),
    },
    tables: {
      configuration: asRows({ domain: DOMAIN, client_id: 'workflows', client_secret: SECRET }),
      ...(subject.settings && { settings: asRows(subject.settings) }),
    },
  };
}
