/** The users of the tenant: made from the seed, shown as the API shows them. */

import type { Auth0UserSeed, Clock, JsonObject } from '@okta/workflows-connector-sdk-types';

/** A user as the Management API shows it; keys that the user lacks (`blocked`, both metadata) are absent, not null. */
export interface Auth0User extends JsonObject {
  user_id: string;
  email: string;
}

/** A user with what the API never shows. */
export interface StoredUser {
  profile: Auth0User;
  connection: string;
  password: string | undefined;
}

/** The users by id. */
export type Directory = Map<string, StoredUser>;

const SOCIAL = new Set([
  'apple',
  'facebook',
  'github',
  'google-oauth2',
  'linkedin',
  'twitter',
  'windowslive',
]);

/** Fills the directory. Throws where an id, or an e-mail within one connection, is there twice. */
export function seedDirectory(seeds: readonly Auth0UserSeed[], clock: Clock): Directory {
  const directory: Directory = new Map();
  for (const seed of seeds) {
    const user = seedUser(seed, clock);
    if (directory.has(user.profile.user_id)) {
      throw new Error(
        `Two Auth0 users of the world have the user_id ${user.profile.user_id}; make it unique.`,
      );
    }
    if (findByLogin(directory, user.profile.email, user.connection)) {
      throw new Error(
        `Two Auth0 users of the world have the email ${user.profile.email} in ${user.connection}; a connection keeps one.`,
      );
    }
    directory.set(user.profile.user_id, user);
  }
  return directory;
}

/** The user whom a login name means within a connection; connections compare e-mails without regard to case. */
export function findByLogin(directory: Directory, email: string, connection: string): StoredUser | undefined {
  const wanted = email.trim().toLowerCase();
  return [...directory.values()].find(
    (user) => user.connection === connection && user.profile.email.toLowerCase() === wanted,
  );
}

/** True for a database connection, whose users Auth0 keeps itself. */
export function isDatabaseUser(user: Pick<StoredUser, 'profile'>): boolean {
  return user.profile.user_id.startsWith('auth0|');
}

/** A deep copy that the caller may change. */
export function showUser(user: StoredUser): Auth0User {
  return structuredClone(user.profile);
}

/** The profile reduced to the named fields, or without them; all of it when `fields` is empty. */
export function selectFields(profile: JsonObject, fields: string | undefined, include: boolean): JsonObject {
  const names = new Set((fields ?? '').split(',').map((name) => name.trim()));
  names.delete('');
  if (names.size === 0) return profile;
  return Object.fromEntries(Object.entries(profile).filter(([name]) => names.has(name) === include));
}

function seedUser(seed: Auth0UserSeed, clock: Clock): StoredUser {
  const { connection, password, ...given } = structuredClone(seed);
  const bar = seed.user_id.indexOf('|');
  const provider = bar < 0 ? 'auth0' : seed.user_id.slice(0, bar);
  const now = new Date(clock.now()).toISOString();
  // Auth0 lower-cases the e-mail where it is itself the identity provider, and only there.
  const email = provider === 'auth0' ? seed.email.toLowerCase() : seed.email;
  const identity = {
    connection,
    user_id: seed.user_id.slice(bar + 1),
    provider,
    isSocial: SOCIAL.has(provider),
  };
  const profile: Auth0User = {
    created_at: now,
    updated_at: now,
    email_verified: true,
    name: email,
    nickname: email.split('@')[0] ?? email,
    identities: [identity],
    ...given,
    user_id: bar < 0 ? `auth0|${seed.user_id}` : seed.user_id,
    email,
  };
  return { profile, connection, password: typeof password === 'string' ? password : undefined };
}
