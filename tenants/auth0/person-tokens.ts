/** The tokens of a person: what a login and the exchange of a refresh token answer. */

import type { Clock, Json, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { ActionOutcome } from './actions';
import type { LoginFacts } from './login-event';
import { issueToken, TOKEN_LIFETIME } from './tokens';

/** The scopes that a person's token can have; it never carries an M2M scope, whatever was asked for. */
const PERSONAL = ['openid', 'profile', 'email', 'offline_access'];

/** An access token, and an id token where `openid` was asked for. */
export function personTokens(
  { client, user, scope: wanted, refreshToken }: LoginFacts,
  audience: string,
  claims: ActionOutcome['claims'],
  { domain, clock, random }: { domain: string; clock: Clock; random: Random },
): JsonObject {
  const custom = (token: string): Record<string, Json> =>
    Object.fromEntries(
      claims.filter((claim) => claim.token === token).map(({ name, value }) => [name, value]),
    );
  const scope = personalScope(wanted);
  const { user_id: sub, email, email_verified = false, name = email } = user.profile;
  const accessToken = issueToken(domain, clock, {
    ...custom('access_token'),
    sub,
    aud: audience,
    azp: client.client_id,
    scope,
    gty: refreshToken ? 'refresh_token' : 'password',
    jti: randomId(random, '', 22),
  });
  const body = { access_token: accessToken, scope, expires_in: TOKEN_LIFETIME, token_type: 'Bearer' };
  if (!scope.split(' ').includes('openid')) return body;
  const idClaims = { ...custom('id_token'), sub, aud: client.client_id, email, email_verified, name };
  return { ...body, id_token: issueToken(domain, clock, idClaims) };
}

/** Of the scopes asked for those that a person can have. */
export function personalScope(wanted: string): string {
  const asked = wanted.split(' ');
  return PERSONAL.filter((name) => asked.includes(name)).join(' ');
}
