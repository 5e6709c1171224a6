/** Tokens: issued, read back, refused. */

import { decode, sign } from 'jsonwebtoken';
import { issueToken, managementAudience, readToken } from '../../../tenants/auth0/tokens';
import { AUDIENCE, DOMAIN, virtualClock } from '../support';

const claims = { sub: 'm2m@clients', aud: AUDIENCE, scope: 'read:users update:users' };

test('a token says who, for whom and until when, by the clock', () => {
  const clock = virtualClock();
  const iat = clock.now() / 1000;
  expect(decode(issueToken(DOMAIN, clock, claims))).toEqual({
    ...claims,
    iss: `https://${DOMAIN}/`,
    iat,
    exp: iat + 86_400,
  });
  expect(managementAudience(DOMAIN)).toBe(AUDIENCE);
});

test('it is good for a day, for its audience, at its tenant', async () => {
  const clock = virtualClock();
  const token = issueToken(DOMAIN, clock, claims);
  expect(readToken(token, AUDIENCE, DOMAIN, clock)).toEqual({ scopes: ['read:users', 'update:users'] });
  expect(readToken(token, 'https://other/', DOMAIN, clock)).toHaveProperty('refused');
  expect(readToken(token, AUDIENCE, 'other.auth0.com', clock)).toHaveProperty('refused');
  await clock.wait(86_399_000);
  expect(readToken(token, AUDIENCE, DOMAIN, clock)).toHaveProperty('scopes');
  await clock.wait(1000);
  expect(readToken(token, AUDIENCE, DOMAIN, clock)).toEqual({
    refused: 'Expired token received for JSON Web Token validation',
  });
});

test('a token that somebody else made is refused', () => {
  const clock = virtualClock();
  const [header = '', payload = '', signature = ''] = issueToken(DOMAIN, clock, claims).split('.');
  const mine = Buffer.from(JSON.stringify({ ...claims, scope: 'everything' })).toString('base64url');
  const unsigned = sign({ ...claims, iss: `https://${DOMAIN}/` }, '', { algorithm: 'none' });
  for (const token of [
    `${header}.${mine}.${signature}`,
    `${header}.${payload}.`,
    unsigned,
    sign({ ...claims, iss: `https://${DOMAIN}/` }, 'secret'),
    'a.b.c',
  ]) {
    expect(readToken(token, AUDIENCE, DOMAIN, clock)).toHaveProperty('refused');
  }
});
