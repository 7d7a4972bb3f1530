import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpreadOfCounts } from '../../../../electron/engine/ingest/report/spread.ts';

function spreadOf(counts: readonly number[]) {
  const gathered = new SpreadOfCounts();
  for (const n of counts) gathered.add(n);
  return gathered.spread();
}

describe('the distribution of counts', () => {
  it('is null without counts', () => {
    expect(spreadOf([])).toBeNull();
  });

  it('has quantiles among the counts, and bins that double in width', () => {
    expect(spreadOf([1, 1, 2, 3, 8])).toEqual({
      ...{ count: 5, mean: 3, median: 2, p90: 8, p99: 8, max: 8 },
      bins: [
        { from: 1, to: 1, count: 2 },
        { from: 2, to: 3, count: 2 },
        { from: 8, to: 15, count: 1 },
      ],
    });
  });

  it('agrees with the sorted counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 400 }), (counts) => {
        const spread = spreadOf(counts)!;
        const rising = counts.toSorted((a, b) => a - b);
        const at = (percent: number) => rising[Math.ceil((percent * counts.length) / 100) - 1];
        expect([spread.median, spread.p90, spread.p99, spread.max]).toEqual([at(50), at(90), at(99), rising.at(-1)]);
        for (const { from, to, count } of spread.bins)
          expect(count).toBe(counts.filter((n) => n >= from && n <= to).length);
      }),
    );
  });
});
