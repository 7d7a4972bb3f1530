import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binnedFeature, roundEdges } from '../../../electron/engine/columns/facets/bins.ts';

const edgesOf = (numbers: readonly number[]) => [...roundEdges(Float64Array.from(numbers).sort())];
const range = (length: number, numberOf: (i: number) => number) => Array.from({ length }, (_, i) => numberOf(i));

describe('bins', () => {
  it('are single numbers if there are few whole ones', () => {
    expect(edgesOf([0, 0, 1, 3])).toEqual([0, 1, 2, 3, 4]);
    expect(edgesOf([7])).toEqual([7, 8]);
  });

  it('have equal steps of a round length', () => {
    expect(edgesOf(range(1000, (i) => i / 10))).toEqual(range(21, (i) => 5 * i));
    expect(edgesOf(range(100, (i) => i / 1000)).slice(0, 4)).toEqual([0, 0.005, 0.01, 0.015]);
    expect(edgesOf(range(200, (i) => i - 100)).slice(0, 3)).toEqual([-100, -90, -80]);
  });

  it('widen with the numbers if these are skewed', () => {
    expect(edgesOf(range(1000, (i) => Math.exp(i / 100)))).toEqual([
      ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
    ]);
  });

  it('are finer where few powers of ten have to be covered, and start at 0 only if a number is below the first', () => {
    const orders = range(300, (i) => 1 + Math.floor(99 * (i / 300) ** 6));
    expect(edgesOf(orders)).toEqual([1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50, 60, 80, 100]);
    expect(edgesOf([...orders, 0]).slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('show the tail of exponential numbers, and are equal for even ones', () => {
    const exponential = edgesOf(range(1000, (i) => -100 * Math.log(1 - i / 1000)));
    expect(exponential.slice(-4)).toEqual([400, 500, 600, 800]);
    expect(edgesOf(range(1000, (i) => i))).toHaveLength(21);
  });

  it('are at least one if the numbers are too close to be distinguished', () => {
    expect(edgesOf([1e15 - 0.125, 1e15])).toHaveLength(2);
  });

  it('include a few outliers', () => {
    const edges = edgesOf([...range(1000, (i) => 100 + i / 10), -1e6, 1e9]);
    expect([edges[0], edges.at(-1)]).toEqual([-1e6, 1e9]);
    expect(edges.length).toBeLessThan(30);
  });

  it('ascend, are few, and hold every known number once', () => {
    const number = fc.oneof(
      fc.double(),
      fc.double({ min: 1e15 - 2, max: 1e15 }),
      fc.integer(),
      fc.integer({ min: 0, max: 50 }),
      fc.float({ min: 0, max: 1 }),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (drawn) => {
        const numbers = drawn.map((value) => (Math.abs(value) < 1e-12 ? 0 : value));
        const known = numbers.filter((number) => Math.abs(number) <= 1e15);
        const binned = binnedFeature(numbers);
        expect(binned === null).toBe(known.length === 0);
        if (!binned) return;
        const { edges, feature } = binned;
        expect(edges.length).toBeLessThan(50);
        expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
        const expected = range(edges.length - 1, (bin) => {
          const isLast = bin === edges.length - 2;
          return known.filter(
            (value) => value >= edges[bin]! && (value < edges[bin + 1]! || (isLast && value === edges[bin + 1])),
          ).length;
        });
        expect([...feature.everyone]).toEqual(expected);
        expect(feature.everyone.reduce((sum, count) => sum + count, 0)).toBe(known.length);
      }),
    );
  });
});
