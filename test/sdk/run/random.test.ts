import { seededRandom } from '../../../sdk/run/random';

describe('seededRandom', () => {
  const first = (seed: string, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, random);
  };

  it('gives the same numbers for the same seed, and others for another', () => {
    expect(first('a', 5)).toEqual(first('a', 5));
    expect(first('a', 5)).not.toEqual(first('b', 5));
  });

  it('stays in [0, 1) and spreads evenly', () => {
    const numbers = first('spread', 10_000);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });
});
