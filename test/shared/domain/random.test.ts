import { describe, expect, it } from 'vitest';
import { Random } from '../../../shared/domain/random.ts';

const draws = (random: Random, n: number) => Array.from({ length: n }, () => random.float());

describe('seeded random numbers', () => {
  it('are the same for equal seeds and streams, and differ for others', () => {
    expect(draws(new Random(7, 3), 5)).toEqual(draws(new Random(7, 3), 5));
    expect(draws(new Random(7, 3), 5)).not.toEqual(draws(new Random(7, 4), 5));
    expect(draws(new Random(7, 3), 5)).not.toEqual(draws(new Random(8, 3), 5));
  });

  it('are uniform over the unit interval, and over neighbouring streams', () => {
    const bins = new Array<number>(10).fill(0);
    for (const value of draws(new Random(1), 20_000)) bins[Math.floor(value * 10)]!++;
    for (let stream = 0; stream < 20_000; stream++) bins[Math.floor(new Random(1, stream).float() * 10)]!++;
    // Chi-squared with 9 degrees of freedom exceeds 27.9 once in a thousand.
    expect(bins.reduce((sum, n) => sum + (n - 4000) ** 2 / 4000, 0)).toBeLessThan(27.9);
  });

  it('include normals of mean 0 and variance 1', () => {
    const random = new Random(5);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('choose by weight, and never what has weight 0', () => {
    const random = new Random(9);
    const counts = [0, 0, 0];
    for (let i = 0; i < 8000; i++) counts[random.weighted([1, 0, 3])]!++;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / 8000).toBeCloseTo(0.75, 1);
  });

  it('shuffle without losing anything', () => {
    const list = Int32Array.from({ length: 100 }, (_, i) => i);
    new Random(2).shuffle(list);
    expect([...list]).not.toEqual([...list].sort((a, b) => a - b));
    expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});
