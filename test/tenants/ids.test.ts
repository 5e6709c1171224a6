/** Ids from chance. */

import fc from 'fast-check';
import { namedUuid, randomHex, randomId, randomUuid } from '../../tenants/ids';
import { seededRandom } from './support';

test('the same chance gives the same ids, in the right shapes', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, length) => {
      expect(randomId(seededRandom(seed), '00u', length)).toBe(randomId(seededRandom(seed), '00u', length));
      expect(randomId(seededRandom(seed), '00u', length)).toMatch(new RegExp(`^00u[A-Za-z0-9]{${length}}$`));
      expect(randomHex(seededRandom(seed), length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
      expect(randomUuid(seededRandom(seed))).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test('a name has one UUID of its own', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(namedUuid(name)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(namedUuid(name)).toBe(namedUuid(name));
      expect(namedUuid(name)).not.toBe(namedUuid(`${name}!`));
    }),
  );
});
