/** The comparison of secrets. */

import fc from 'fast-check';
import { sameSecret } from '../../tenants/secret';

test('only the same text is the same secret', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(sameSecret(one, one)).toBe(true);
      expect(sameSecret(one, other)).toBe(one === other);
    }),
  );
});
