/** What a deactivation costs: Auth0 requests, tokens, cards and virtual time of our packs, and of the original beside them. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Auth0Plan, Auth0UserSeed, WirePack, World } from '@okta/workflows-connector-sdk-types';
import { auth0 as connector } from '../connector';
import { auth0Deactivation } from '../flows/auth0-deactivation';
import { auth0Lifecycle } from '../flows/auth0-lifecycle';
import { auth0UserMetadata } from '../flows/auth0-user-metadata';
import { compilePack } from '../sdk/compile/pack';
import { readPack } from '../sdk/pack/read';
import { openWorld } from './world';

/** What the deactivation of some people came to, one after the other. */
export interface EconomyRow {
  bench: 'economy';
  /** `original`, or the name of a pack of ours; of the lifecycle pack also whether it ends sessions. */
  pack: string;
  plan: Auth0Plan;
  people: number;
  /** Virtual seconds from one deactivation to the next; 0 is a crowd at one instant. */
  secondsApart: number;
  /** Accounts that share the address of each person. */
  accounts: number;
  /** Requests to Auth0 per person: look-ups, changes and revocations, tried again or not, without those for tokens. */
  requests: number;
  lookups: number;
  patches: number;
  /** Token requests per person. */
  tokens: number;
  /** Cards per person. */
  cards: number;
  /** Virtual milliseconds from the first thing that happened to the last. */
  virtualMs: number;
  /** Answers of 429, all together. */
  tooMany: number;
  /** Accounts, of all people, with a flag of ours or of the original. */
  flagged: number;
  /** Accounts that Auth0 itself keeps out. */
  blocked: number;
}

export interface EconomyOptions {
  people?: readonly number[];
  accounts?: readonly number[];
  plans?: readonly Auth0Plan[];
  secondsApart?: readonly number[];
  /** Those whose name is among them; all when absent. */
  packs?: readonly string[];
}

interface Subject {
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
const PROVIDERS = ['auth0', 'google-oauth2', 'oidc', 'samlp', 'windowslive'];

/** Measures every pack, the original only where the corpus lies beside the repository. */
export async function economy(options: EconomyOptions = {}): Promise<EconomyRow[]> {
  const { people = [1, 100], accounts = [1, 3], plans = ['free', 'essentials', 'enterprise'] } = options;
  const { secondsApart = [0, 1] } = options;
  const rows: EconomyRow[] = [];
  for (const subject of subjects()) {
    if (options.packs?.includes(subject.name) === false) continue;
    for (const plan of plans) {
      for (const many of people) {
        for (const each of accounts) {
          // One person alone has nobody to wait for.
          for (const apart of many === 1 ? [0] : secondsApart)
            rows.push(await measure(subject, { plan, people: many, accounts: each, secondsApart: apart }));
        }
      }
    }
  }
  return rows;
}

/** Prints a line of JSON for every row; arguments are numbers of people. */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const people = argv.map(Number).filter((count) => Number.isSafeInteger(count) && count > 0);
  for (const row of await economy(people.length > 0 ? { people } : {}))
    process.stdout.write(`${JSON.stringify(row)}\n`);
}

function subjects(): Subject[] {
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

async function measure(
  subject: Subject,
  given: Pick<EconomyRow, 'plan' | 'people' | 'accounts' | 'secondsApart'>,
): Promise<EconomyRow> {
  const { plan, people, accounts, secondsApart } = given;
  const count = { requests: 0, lookups: 0, patches: 0, tokens: 0, cards: 0, tooMany: 0 };
  let counting = false;
  const at = { first: '', last: '' };
  const running = await openWorld(worldOf(subject, plan, people, accounts), {
    onExchange({ tenant, method, path, status }) {
      if (!counting || tenant !== 'auth0') return;
      if (path === '/oauth/token') count.tokens++;
      else count.requests++;
      if (method === 'GET' && path.startsWith('/api/v2/users')) count.lookups++;
      if (method === 'PATCH') count.patches++;
      if (status === 429) count.tooMany++;
    },
    onTrace(event) {
      if (!counting) return;
      at.first ||= event.at;
      at.last = event.at;
      if (event.type === 'card') count.cards++;
    },
  });
  try {
    const imported = running.org.import(subject.pack, 'pack.folder');
    await running.furnish(imported);
    for (const flow of imported.flows) running.org.activate(flow.id);
    counting = true;
    for (let person = 0; person < people; person++) {
      await running.deactivate(oktaId(person));
      if (secondsApart > 0) await running.org.advance(secondsApart * 1000);
    }
    counting = false;
    const users = running.auth0.users();
    const each = (total: number) => Math.round((100 * total) / people) / 100;
    return {
      bench: 'economy',
      pack: subject.name,
      ...given,
      requests: each(count.requests),
      lookups: each(count.lookups),
      patches: each(count.patches),
      tokens: each(count.tokens),
      cards: each(count.cards),
      virtualMs: Date.parse(at.last) - Date.parse(at.first),
      tooMany: count.tooMany,
      flagged: users.filter((user) => /"(okta_)?deactivated":(true|"true")/.test(JSON.stringify(user)))
        .length,
      blocked: users.filter(({ blocked }) => blocked === true).length,
    };
  } finally {
    await running.close();
  }
}

function oktaId(person: number): string {
  return `00u${person}`;
}

function worldOf(subject: Subject, plan: Auth0Plan, people: number, accounts: number): World {
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
