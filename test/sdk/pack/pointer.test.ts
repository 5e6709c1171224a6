/** JSON pointers, there and back. */

import fc from 'fast-check';
import { pointer, pointerTokens } from '../../../sdk/pack/pointer';

describe('pointer', () => {
  it('escapes as RFC 6901 says', () => {
    expect(pointer('', 'a/b', 'm~n', '', 0)).toBe('/a~1b/m~0n//0');
    expect(pointer('/data')).toBe('/data');
  });

  it('is undone by pointerTokens', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(pointerTokens(pointer('', ...tokens))).toEqual(tokens);
      }),
    );
  });
});
