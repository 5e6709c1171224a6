/** The RSA key that signs the tenant's tokens, made once per process, and its public half as a JWKS. */

import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JsonObject } from '@okta/workflows-connector-sdk-types';

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  /** The document at /.well-known/jwks.json. */
  jwks: JsonObject;
}

let key: SigningKey | undefined;

/** The key. Its randomness is the machine's: a key that a seed could foretell would sign for anybody. */
export function signingKey(): SigningKey {
  key ??= makeKey();
  return key;
}

function makeKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(n).digest('base64url').slice(0, 21);
  return {
    kid,
    privateKey,
    publicKey,
    jwks: { keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e }] },
  };
}
