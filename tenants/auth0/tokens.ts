/** Issues the tenant's tokens and checks the ones that come back. */

import type { Clock, JsonObject } from '@okta/workflows-connector-sdk-types';
import { sign, verify } from 'jsonwebtoken';
import { signingKey } from './keys';

/** How long a token lives, in seconds: the default of the Management API. */
export const TOKEN_LIFETIME = 86_400;

/** What a token says besides who issued it and when. */
export interface TokenClaims extends JsonObject {
  sub: string;
  aud: string;
}

/** The audience of the Management API, final slash included. */
export function managementAudience(domain: string): string {
  return `https://${domain}/api/v2/`;
}

/** Signs the claims with RS256 for 24 hours from the clock's now. */
export function issueToken(domain: string, clock: Clock, claims: TokenClaims): string {
  const { kid, privateKey } = signingKey();
  const iat = seconds(clock);
  const payload = { ...claims, iss: `https://${domain}/`, iat, exp: iat + TOKEN_LIFETIME };
  return sign(payload, privateKey, { algorithm: 'RS256', keyid: kid });
}

/** The claims of a token of this tenant for this audience, or the reason why it is refused. */
export function readToken(
  token: string,
  audience: string,
  domain: string,
  clock: Clock,
): { scopes: string[] } | { refused: string } {
  try {
    const claims = verify(token, signingKey().publicKey, {
      algorithms: ['RS256'],
      audience,
      issuer: `https://${domain}/`,
      clockTimestamp: seconds(clock),
    });
    if (typeof claims === 'string') return { refused: 'Invalid token' };
    const scope: unknown = claims.scope;
    return { scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [] };
  } catch (error) {
    // jsonwebtoken's three error classes, told apart by their messages as Auth0 words its answers.
    const message = error instanceof Error ? error.message : '';
    if (message === 'jwt expired') return { refused: 'Expired token received for JSON Web Token validation' };
    if (message.includes('signature')) {
      return { refused: 'Invalid signature received for JSON Web Token validation' };
    }
    if (message.includes('audience')) return { refused: `Bad audience: ${audience} was expected` };
    return { refused: 'Invalid token' };
  }
}

function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
