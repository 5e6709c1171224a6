/** The users of the tenant: made from the seed, shown as the API shows them. */

import type {
  Auth0IdentitySeed,
  Auth0UserSeed,
  Clock,
  JsonObject,
} from '@okta/workflows-connector-sdk-types';

/** A user as the Management API shows it; keys that the user lacks (`blocked`, both metadata) are absent, not null. */
export interface Auth0User extends JsonObject {
  user_id: string;
  email: string;
}

/** What logs in: a connection's account, which is a user or linked to one. */
export interface Account {
  profile: Auth0User;
  connection: string;
  password: string | undefined;
}

/** A user with what the API never shows. */
export interface StoredUser extends Account {
  /** The accounts linked to it, whose credentials log this user in. */
  linked: Account[];
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
  const logins = new Set<string>();
  for (const seed of seeds) {
    const user = seedUser(seed, clock);
    if (directory.has(user.profile.user_id)) {
      throw new Error(
        `Two Auth0 users of the world have the user_id ${user.profile.user_id}; make it unique.`,
      );
    }
    for (const { profile, connection } of [user, ...user.linked]) {
      const login = JSON.stringify([connection, profile.email.toLowerCase()]);
      if (logins.has(login)) {
        throw new Error(
          `Two Auth0 users of the world have the email ${profile.email} in ${connection}; a connection keeps one.`,
        );
      }
      logins.add(login);
    }
    directory.set(user.profile.user_id, user);
  }
  return directory;
}

/** Whom a login name means within a connection, and which of the user's accounts it is. */
export interface Found {
  user: StoredUser;
  account: Account;
}

/** Finds by e-mail within a connection; connections compare e-mails without regard to case. */
export function findByLogin(directory: Directory, email: string, connection: string): Found | undefined {
  const wanted = email.trim().toLowerCase();
  for (const user of directory.values()) {
    const account = accountsOf(user).find(
      (one) => one.connection === connection && one.profile.email.toLowerCase() === wanted,
    );
    if (account) return { user, account };
  }
  return undefined;
}

/** The user's own account, then the linked ones. */
export function accountsOf(user: StoredUser): Account[] {
  return [user, ...user.linked];
}

/** True for a database connection, whose users Auth0 keeps itself. */
export function isDatabaseUser(account: Pick<Account, 'profile'>): boolean {
  return account.profile.user_id.startsWith('auth0|');
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

/** A user id as its provider and what the provider calls the user; without a bar the provider is Auth0 itself. */
export function splitUserId(userId: string): { provider: string; id: string } {
  const bar = userId.indexOf('|');
  return bar < 0
    ? { provider: 'auth0', id: userId }
    : { provider: userId.slice(0, bar), id: userId.slice(bar + 1) };
}

/** Makes a user as its connection would. */
export function makeUser(seed: Auth0UserSeed, clock: Clock): StoredUser {
  const { connection, password, identities: _identities, ...given } = structuredClone(seed);
  const { provider, id } = splitUserId(seed.user_id);
  const now = new Date(clock.now()).toISOString();
  // Auth0 lower-cases the e-mail where it is itself the identity provider, and only there.
  const email = provider === 'auth0' ? seed.email.toLowerCase() : seed.email;
  const profile: Auth0User = {
    created_at: now,
    updated_at: now,
    email_verified: true,
    name: email,
    nickname: email.split('@')[0] ?? email,
    identities: [{ connection, user_id: id, provider, isSocial: SOCIAL.has(provider) }],
    ...given,
    user_id: `${provider}|${id}`,
    email,
  };
  return {
    profile,
    connection,
    password: typeof password === 'string' ? password : undefined,
    linked: [],
  };
}

function seedUser(seed: Auth0UserSeed, clock: Clock): StoredUser {
  const user = makeUser(seed, clock);
  // What the world writes under `identities` is this shape, by its schema.
  const identities = (seed.identities ?? []) as Auth0IdentitySeed[];
  for (const { provider, user_id: id, connection, password, profileData } of identities) {
    const userId = `${provider}|${id}`;
    if (userId === user.profile.user_id) continue;
    const data = { email: user.profile.email, ...(profileData as JsonObject | undefined) };
    const linked = makeUser({ ...data, user_id: userId, connection, ...(password && { password }) }, clock);
    linkAccount(user, linked);
  }
  return user;
}

/** Makes `secondary` an account of `user`; of its profile only what identifies it stays, its metadata is gone. */
export function linkAccount(user: StoredUser, secondary: StoredUser): void {
  const { app_metadata: _app, user_metadata: _user, blocked: _blocked, ...profile } = secondary.profile;
  const account = { profile, connection: secondary.connection, password: secondary.password };
  user.linked.push(account, ...secondary.linked);
  showIdentities(user);
}

/** Brings `identities` up to date after accounts were linked, unlinked or changed. */
export function showIdentities(user: StoredUser): void {
  user.profile.identities = [identityOf(user), ...user.linked.map(identityWithProfile)];
}

/** One account as an identity with `profileData`, the form in which linking answers (recorded in auth0/go-auth0). */
export function identityWithProfile(account: Account): JsonObject {
  const names = ['email', 'email_verified', 'name', 'username', 'given_name', 'family_name', 'nickname'];
  const data = Object.fromEntries(
    [...names, 'picture', 'phone_number', 'phone_verified']
      .filter((name) => account.profile[name] !== undefined)
      .map((name) => [name, account.profile[name] ?? null]),
  );
  return { profileData: data, ...identityOf(account) };
}

function identityOf({ profile, connection }: Account): JsonObject {
  const { provider, id } = splitUserId(profile.user_id);
  return { connection, user_id: id, provider, isSocial: SOCIAL.has(provider) };
}
