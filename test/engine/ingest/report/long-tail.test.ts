import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from '../../../../electron/engine/ingest/report/long-tail.ts';

const falling = (counts: readonly number[]) => Float64Array.from(counts).sort().reverse();

describe('the long tail of items', () => {
  it('has a Gini coefficient of half the relative mean difference', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const n = counts.length;
        const mean = counts.reduce((sum, one) => sum + one, 0) / n;
        const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b)));
        const expected = differences.reduce((sum, one) => sum + one, 0) / (n * n) / (2 * mean);
        expect(concentration(falling(counts)).gini).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('has the share of events of the most frequent items', () => {
    const counts = falling([...Array(10).fill(91), ...Array(90).fill(1)]);
    const { top1, top10, curve } = concentration(counts);
    expect(top1).toBeCloseTo(91 / 1000);
    expect(top10).toBeCloseTo(0.91);
    expect(curve).toHaveLength(50);
    expect(curve[4]).toBeCloseTo(0.91);
    expect(curve.at(-1)).toBe(1);
  });
});
