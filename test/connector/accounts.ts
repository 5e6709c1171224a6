/** Tenants for tests of actions: accounts whose ids and addresses are hostile, with sessions, tokens and Organizations. */

import type { Auth0Seed, JsonObject, World } from '@okta/workflows-connector-sdk-types';
import { SCOPES, type WorldChange, worldOf } from '../support/story';
import { connector } from './act';

/** Ids with everything that means something in a URL, a query or a JSON text. */
export const HOSTILE_IDS = [
  'auth0|64f0',
  'oidc|acme|a/b',
  'oidc|a?b=c&d#e',
  'samlp|../users/x',
  'oidc|a b+c%20d',
  `oidc|"quoted'\\`,
  'oidc|ädä-日本-💡',
];

/** Addresses of the same kind; Auth0 finds them letter for letter. */
export const HOSTILE_EMAILS = [
  'ada+sso@acme.test',
  'ada&co=1#x@acme.test',
  '"ada lovelace"@acme.test',
  "o'brien%40@acme.test",
  'a/b?c|d@acme.test',
  'ädä@日本.test',
];

/** Every scope that an action asks for. */
export const ALL_SCOPES = [...new Set([...SCOPES, ...connector.actions.flatMap(({ scopes }) => scopes)])];

/** Ada's world with all scopes, and whatever else the Auth0 tenant is to hold. */
export function tenantOf(change: WorldChange = {}, more: Partial<Auth0Seed> = {}): World {
  const world = worldOf({ scopes: ALL_SCOPES, ...change });
  return { ...world, auth0: { ...world.auth0, ...more } };
}

/** For `account`: what makes it the primary of an account that is linked to it. */
export function linkedTo(userId: string, email: string): JsonObject {
  const [provider = '', ...id] = userId.split('|');
  return { identities: [{ provider, user_id: id.join('|'), connection: provider, profileData: { email } }] };
}

/** Two sessions and a refresh token for each of some accounts. */
export function accessOf(...userIds: string[]): Pick<Auth0Seed, 'sessions' | 'refreshTokens'> {
  return {
    sessions: userIds.flatMap((user_id) => [{ user_id }, { user_id }]),
    refreshTokens: userIds.map((user_id) => ({ user_id })),
  };
}

/** Nothing is left to use. */
export const NO_ACCESS = { sessions: 0, refreshTokens: 0 };
/** What `accessOf` gives. */
export const FULL_ACCESS = { sessions: 2, refreshTokens: 1 };
