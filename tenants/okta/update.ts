/** POST and PUT /api/v1/users/{id}: changes a profile, in part or as a whole. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { oktaError } from './errors';
import { findByLogin, type OktaUser } from './user';
import type { UserContext } from './users';

/** What every profile must have. */
const NEEDED = ['login', 'email'];

/**
 * Takes `{profile}`; a property of null is removed, and with PUT every one that is not given, too. What else the body
 * has (credentials, type) changes nothing here. A profile that ends up as it was is no event.
 */
export function updateUser(user: OktaUser, request: TenantRequest, context: UserContext): TenantAnswer {
  const { random, clock, users } = context;
  const { body, malformed } = request;
  const given = isObject(body) ? (body.profile ?? {}) : undefined;
  if (malformed || !isObject(given)) {
    return oktaError(random, 400, 'E0000003', 'The request body was not well-formed.');
  }
  const before = user.profile;
  const all = { ...(request.method === 'PUT' ? {} : before), ...given };
  const profile = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  for (const name of NEEDED) {
    const value = profile[name];
    if (typeof value === 'string' && value !== '') continue;
    return oktaError(
      random,
      400,
      'E0000001',
      `Api validation failed: ${name}`,
      `${name}: The field cannot be left blank`,
    );
  }
  const owner = findByLogin(users, String(profile.login));
  if (owner && owner !== user) {
    const cause = 'login: An object with this field already exists in the current organization';
    return oktaError(random, 400, 'E0000001', 'Api validation failed: login', cause);
  }
  const changed = [...new Set([...Object.keys(before), ...Object.keys(profile)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(profile[name]),
  );
  if (changed.length > 0) {
    user.profile = structuredClone(profile);
    user.lastUpdated = new Date(clock.now()).toISOString();
    context.onChange('updateProfile', user, request, { changedAttributes: changed.join(',') });
  }
  return { status: 200, body: structuredClone(user) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
