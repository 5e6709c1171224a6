/** The users of the Okta tenant and what their lifecycle allows. */

import type {
  Clock,
  JsonObject,
  OktaSeed,
  OktaStatus,
  OktaUserSeed,
} from '@okta/workflows-connector-sdk-types';

/** A user as GET /api/v1/users/{id} shows it. */
export interface OktaUser extends JsonObject {
  id: string;
  status: OktaStatus;
  profile: JsonObject;
}

/** Makes the users by id. Throws where an id or a login is there twice, or a profile has no login. */
export function seedUsers(seed: OktaSeed, clock: Clock): Map<string, OktaUser> {
  const users = new Map<string, OktaUser>();
  const logins = new Set<string>();
  for (const one of seed.users) {
    const login = one.profile.login;
    if (typeof login !== 'string' || login === '') {
      throw new Error(`The Okta user ${one.id} of the world has no profile.login; give it one.`);
    }
    if (users.has(one.id) || logins.has(login.toLowerCase())) {
      throw new Error(`The Okta user ${one.id} (${login}) of the world is there twice; keep one.`);
    }
    logins.add(login.toLowerCase());
    users.set(one.id, seedUser(one, seed.domain, clock));
  }
  return users;
}

/** The user whom an id, a login or the part of a login before its @ means; the last only where it means one alone. */
export function findUser(users: ReadonlyMap<string, OktaUser>, idOrLogin: string): OktaUser | undefined {
  const byId = users.get(idOrLogin);
  if (byId) return byId;
  const byLogin = findByLogin(users, idOrLogin);
  if (byLogin) return byLogin;
  const wanted = idOrLogin.toLowerCase();
  const byShortName = [...users.values()].filter(
    (user) => loginOf(user).toLowerCase().split('@')[0] === wanted,
  );
  return byShortName.length === 1 ? byShortName[0] : undefined;
}

/** The user with a login; Okta compares logins without regard to case. */
export function findByLogin(users: ReadonlyMap<string, OktaUser>, login: string): OktaUser | undefined {
  const wanted = login.toLowerCase();
  for (const user of users.values()) if (loginOf(user).toLowerCase() === wanted) return user;
  return undefined;
}

/** The login, which is Okta's alternate id of a user. */
export function loginOf(user: OktaUser): string {
  return String(user.profile.login);
}

/** First and last name, or the login: what Okta displays. */
export function displayName(user: OktaUser): string {
  const { firstName, lastName } = user.profile;
  const names = [firstName, lastName].filter((name) => typeof name === 'string' && name !== '');
  return names.length > 0 ? names.join(' ') : loginOf(user);
}

/** Changes the status and the two dates that follow it. */
export function moveTo(user: OktaUser, status: OktaStatus, clock: Clock): void {
  const now = new Date(clock.now()).toISOString();
  user.status = status;
  user.statusChanged = now;
  user.lastUpdated = now;
  if (status === 'PROVISIONED') user.activated = now;
}

function seedUser(seed: OktaUserSeed, domain: string, clock: Clock): OktaUser {
  const now = new Date(clock.now()).toISOString();
  const self = `https://${domain}/api/v1/users/${encodeURIComponent(seed.id)}`;
  return {
    id: seed.id,
    status: seed.status,
    created: now,
    activated: seed.status === 'STAGED' ? null : now,
    statusChanged: now,
    lastLogin: null,
    lastUpdated: now,
    passwordChanged: null,
    type: { id: 'otydefault0000000001' },
    profile: structuredClone(seed.profile),
    credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
    _links: { self: { href: self } },
  };
}
