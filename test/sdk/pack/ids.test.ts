/** The ids that names give. */

import fc from 'fast-check';
import { shortIdFrom, suffixFrom, uuidFrom } from '../../../sdk/pack/ids';

const names = fc.array(fc.string(), { maxLength: 4 });

describe('uuidFrom', () => {
  it('gives version 4 UUIDs, the same for the same names, always', () => {
    fc.assert(
      fc.property(names, (list) => {
        expect(uuidFrom(...list)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(uuidFrom(...list)).toBe(uuidFrom(...list));
      }),
    );
    expect(uuidFrom('flow', 'Greet')).toBe('700f9bbd-87f1-4f49-b9f6-d339cfd0e853');
  });

  it('keeps names apart', () => {
    expect(uuidFrom('a', 'b')).not.toBe(uuidFrom('ab'));
    expect(uuidFrom('a,b')).not.toBe(uuidFrom('a', 'b'));
    expect(uuidFrom('a","b')).not.toBe(uuidFrom('a', 'b'));
  });
});

describe('shortIdFrom', () => {
  it('gives ids of the length that start with a letter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 32 }), names, (length, list) => {
        const id = shortIdFrom(length, ...list);
        expect(id).toHaveLength(length);
        expect(id).toMatch(/^[A-Za-z][0-9A-Za-z_-]+$/);
      }),
    );
  });

  it.each([0, 1, 33, 9.5, Number.NaN])('refuses the length %s', (length) => {
    expect(() => shortIdFrom(length, 'x')).toThrow(RangeError);
  });
});

describe('suffixFrom', () => {
  it('gives six capitals and digits', () => {
    fc.assert(fc.property(names, (list) => expect(suffixFrom(...list)).toMatch(/^[A-Z0-9]{6}$/)));
  });
});
