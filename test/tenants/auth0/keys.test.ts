/** The signing key. */

import { signingKey } from '../../../tenants/auth0/keys';

test('one key a process; the set shows its public half alone', () => {
  const key = signingKey();
  expect(signingKey()).toBe(key);
  const { keys } = key.jwks;
  expect(keys).toEqual([
    { kty: 'RSA', use: 'sig', alg: 'RS256', kid: key.kid, n: expect.any(String), e: 'AQAB' },
  ]);
});
