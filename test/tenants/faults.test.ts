/** Which fault strikes when. */

import fc from 'fast-check';
import { createFaults, globPattern } from '../../tenants/faults';

test('a fault strikes as often as it says, once when it does not, and only its tenant', () => {
  const strike = createFaults('auth0', [
    { tenant: 'okta', path: '*', status: 500 },
    { tenant: 'auth0', method: 'patch', path: '/api/v2/users/*', times: 2, status: 503 },
    { tenant: 'auth0', path: '/oauth/token', reset: true },
  ]);
  const hits = [
    strike('GET', '/api/v2/users/1'),
    strike('PATCH', '/api/v2/users/1'),
    strike('PATCH', '/api/v2/users/2'),
    strike('PATCH', '/api/v2/users/3'),
    strike('POST', '/oauth/token'),
    strike('POST', '/oauth/token'),
  ];
  expect(hits.map((fault) => fault?.status ?? fault?.reset)).toEqual([
    undefined,
    503,
    503,
    undefined,
    true,
    undefined,
  ]);
});

test('of two faults that fit, the first strikes until it is used up', () => {
  const strike = createFaults('okta', [
    { tenant: 'okta', path: '/a', status: 500 },
    { tenant: 'okta', path: '*', status: 503 },
  ]);
  expect([strike('GET', '/a'), strike('GET', '/a')].map((fault) => fault?.status)).toEqual([500, 503]);
});

test('a glob without a star is the text itself, whatever it contains', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const literal = text.replaceAll('*', '');
      const pattern = globPattern(literal);
      expect(pattern.test(literal)).toBe(true);
      expect(pattern.test(other)).toBe(other === literal);
      expect(globPattern('*').test(other)).toBe(true);
      expect(globPattern(`${literal}*`).test(literal + other)).toBe(true);
    }),
  );
});
