/** What people can use without logging in again: sessions, refresh tokens, grants and device credentials. */

import type {
  Auth0Client,
  Auth0DeviceSeed,
  Auth0GrantSeed,
  Auth0RefreshTokenSeed,
  Auth0Seed,
  Auth0SessionSeed,
  Clock,
  Random,
} from '@okta/workflows-connector-sdk-types';
import { randomHex, randomId, randomUuid } from '../ids';

export interface Session {
  id: string;
  user_id: string;
  client_id: string;
  /** ISO 8601. */
  created_at: string;
}

export interface RefreshToken {
  id: string;
  /** What the application sends. */
  token: string;
  user_id: string;
  client_id: string;
  session_id: string | null;
  rotating: boolean;
  audience: string;
  scope: string;
  /** Under which it is listed as a device credential. */
  device: { id: string; name: string; deviceId: string };
  created_at: string;
  last_exchanged_at: string;
}

export interface Grant {
  id: string;
  user_id: string;
  client_id: string;
  audience: string;
  scope: string[];
}

/** A public key of a device; the other device credentials are refresh tokens. */
export interface PublicKey {
  id: string;
  user_id: string;
  client_id: string;
  device: { name: string; deviceId: string };
}

/** All of it, in the order in which it came to be, by id. */
export interface Access {
  sessions: Map<string, Session>;
  refreshTokens: Map<string, RefreshToken>;
  grants: Map<string, Grant>;
  publicKeys: Map<string, PublicKey>;
}

export interface AccessContext {
  domain: string;
  clients: readonly Auth0Client[];
  clock: Clock;
  random: Random;
}

/** Makes what the world begins with. Throws where it belongs to a user whom the directory does not have. */
export function seedAccess(
  seed: Auth0Seed,
  directory: ReadonlyMap<string, unknown>,
  context: AccessContext,
): Access {
  const access: Access = {
    sessions: new Map(),
    refreshTokens: new Map(),
    grants: new Map(),
    publicKeys: new Map(),
  };
  const { sessions = [], refreshTokens = [], grants = [], deviceCredentials = [] } = seed;
  for (const { user_id: id } of [...sessions, ...refreshTokens, ...grants, ...deviceCredentials]) {
    if (!directory.has(id))
      throw new Error(`The Auth0 user ${id}, to whom access is given, is not in the world.`);
  }
  for (const one of sessions) openSession(access, one, context);
  for (const one of refreshTokens) giveRefreshToken(access, one, context);
  for (const one of grants) giveGrant(access, one, context);
  for (const one of deviceCredentials) addPublicKey(access, one, context);
  return access;
}

export function openSession(access: Access, seed: Auth0SessionSeed, context: AccessContext): Session {
  const session = {
    id: seed.id ?? randomId(context.random, '', 32),
    user_id: seed.user_id,
    client_id: clientId(seed, context),
    created_at: now(context),
  };
  access.sessions.set(session.id, session);
  return session;
}

/** Also grants the application what the token is for: a token lives in the context of a grant. */
export function giveRefreshToken(
  access: Access,
  seed: Auth0RefreshTokenSeed,
  context: AccessContext,
  session: Session | null = null,
): RefreshToken {
  const { random, domain, clients } = context;
  const client_id = clientId(seed, context);
  const { user_id, audience = `https://${domain}/userinfo`, scope = 'openid profile offline_access' } = seed;
  const token: RefreshToken = {
    id: seed.id ?? randomId(random, '', 24),
    token: seed.token ?? randomId(random, 'v1.', 60),
    user_id,
    client_id,
    session_id: session?.id ?? null,
    rotating: clients.find((one) => one.client_id === client_id)?.rotatesRefreshTokens === true,
    audience,
    scope,
    device: {
      id: randomId(random, 'dcr_', 16),
      name: seed.device_name ?? 'Unknown device',
      deviceId: randomUuid(random),
    },
    created_at: now(context),
    last_exchanged_at: now(context),
  };
  access.refreshTokens.set(token.id, token);
  giveGrant(access, { user_id, client_id, audience, scope: scope.split(' ').filter(Boolean) }, context);
  return token;
}

/** One grant per person, application and audience; another adds its scopes to it. */
export function giveGrant(access: Access, seed: Auth0GrantSeed, context: AccessContext): Grant {
  const { user_id, audience = `https://${context.domain}/userinfo`, scope = ['openid', 'profile'] } = seed;
  const client_id = clientId(seed, context);
  const before = [...access.grants.values()].find(
    (one) => one.user_id === user_id && one.client_id === client_id && one.audience === audience,
  );
  if (before) {
    before.scope = [...new Set([...before.scope, ...scope])];
    return before;
  }
  const grant = { id: seed.id ?? randomHex(context.random, 24), user_id, client_id, audience, scope };
  access.grants.set(grant.id, grant);
  return grant;
}

/** Ends the grants and the refresh tokens issued under them (Auth0, "Revoke refresh tokens"). */
export function revokeGrants(access: Access, which: (grant: Grant) => boolean): void {
  for (const grant of [...access.grants.values()].filter(which)) {
    access.grants.delete(grant.id);
    revokeRefreshTokens(
      access,
      ({ user_id, client_id, audience }) =>
        user_id === grant.user_id && client_id === grant.client_id && audience === grant.audience,
    );
  }
}

export function revokeRefreshTokens(access: Access, which: (token: RefreshToken) => boolean): void {
  for (const token of [...access.refreshTokens.values()].filter(which)) access.refreshTokens.delete(token.id);
}

export function endSessions(access: Access, which: (session: Session) => boolean): void {
  for (const session of [...access.sessions.values()].filter(which)) access.sessions.delete(session.id);
}

/** Nothing is left of somebody who is gone. */
export function forgetUser(access: Access, userId: string): void {
  for (const kept of Object.values(access) as Map<string, { user_id: string }>[]) {
    for (const [id, one] of kept) if (one.user_id === userId) kept.delete(id);
  }
}

function addPublicKey(access: Access, seed: Auth0DeviceSeed, context: AccessContext): void {
  const key = {
    id: seed.id ?? randomId(context.random, 'dcr_', 16),
    user_id: seed.user_id,
    client_id: clientId(seed, context),
    device: { name: seed.device_name ?? 'Unknown device', deviceId: randomUuid(context.random) },
  };
  access.publicKeys.set(key.id, key);
}

function clientId(seed: { client_id?: string }, { clients }: AccessContext): string {
  const id = seed.client_id ?? clients[0]?.client_id;
  if (id === undefined) throw new Error('The Auth0 tenant of the world has no client; add one to clients.');
  return id;
}

function now({ clock }: AccessContext): string {
  return new Date(clock.now()).toISOString();
}
