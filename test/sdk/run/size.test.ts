import type { Json } from '@okta/workflows-connector-sdk-types';
import { sizeOf } from '../../../sdk/run/size';

describe('sizeOf', () => {
  it('grows with what a value holds', () => {
    expect(sizeOf('')).toBeLessThan(sizeOf('abc'));
    expect(sizeOf({ a: 'abc' })).toBeLessThan(sizeOf({ a: 'abc', b: [1, 2, 3] }));
  });

  it('measures a value that doubles sixty times without walking it', () => {
    let value: Json = 'seed';
    for (let times = 0; times < 60; times++) {
      value = [value, value];
      sizeOf(value);
    }
    expect(sizeOf(value)).toBeGreaterThan(2 ** 60);
  });

  it('fails for a value that is nested without end', () => {
    let deep: Json = 1;
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(() => sizeOf(deep)).toThrow('nested deeper than 500 levels');
  });
});
