import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMeans, middle95 } from '../../../electron/engine/evaluate/bootstrap.ts';
import { evaluateRanks } from '../../../electron/engine/evaluate/evaluate-ranks.ts';
import { rankingMetrics } from '../../../electron/engine/train/rank/metrics.ts';
import { Random } from '../../../shared/domain/random.ts';

const nothing = () => {};
/** One test case per user. */
const each = (users: number) => Int32Array.from({ length: users }, (_, user) => user);

describe('ranking metrics', () => {
  it('match their definitions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(Infinity)), { minLength: 1 }),
        (ranks) => {
          const share = (test: (rank: number) => boolean) => ranks.filter(test).length / ranks.length;
          const metrics = rankingMetrics(ranks);
          for (const k of [5, 10, 20])
            expect(metrics[`recall@${k}`]).toBeCloseTo(
              share((rank) => rank <= k),
              9,
            );
          const discounted = ranks.map((rank) => (rank > 10 ? 0 : Math.LN2 / Math.log(rank + 1)));
          expect(metrics['ndcg@10']).toBeCloseTo(discounted.reduce((sum, gain) => sum + gain, 0) / ranks.length, 9);
          expect(metrics.mrr).toBeCloseTo(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length, 9);
        },
      ),
    );
  });

  it('are absent without ranks', () => {
    expect(Object.values(rankingMetrics([])).every((value) => value === 0)).toBe(true);
  });
});

describe('a bootstrap interval', () => {
  it('contains the true mean in about 95 % of samples', () => {
    const repeats = 200;
    let covered = 0;
    for (let r = 0; r < repeats; r++) {
      const random = new Random(11, r);
      const users = Float64Array.from({ length: 60 }, () => (random.chance(0.3) ? 1 : 0));
      const { low, high } = middle95(bootstrapMeans([users], r)[0]!);
      if (low <= 0.3 && 0.3 <= high) covered++;
    }
    expect(covered / repeats).toBeGreaterThan(0.9);
    expect(covered / repeats).toBeLessThan(0.99);
  });

  it('has the width that the standard error predicts', () => {
    const random = new Random(3);
    const users = Float64Array.from({ length: 2000 }, () => random.normal());
    const { low, high } = middle95(bootstrapMeans([users], 1)[0]!);
    expect(high - low).toBeCloseTo((2 * 1.96) / Math.sqrt(2000), 2);
  });

  it('has no width if all users are equal, and is deterministic for a seed', () => {
    const alike = new Float64Array(50).fill(0.25);
    expect(middle95(bootstrapMeans([alike], 1)[0]!)).toEqual({ low: 0.25, high: 0.25 });
    const users = Float64Array.from({ length: 50 }, (_, u) => u);
    expect(bootstrapMeans([users], 7)).toEqual(bootstrapMeans([users], 7));
    expect(bootstrapMeans([users], 7)).not.toEqual(bootstrapMeans([users], 8));
  });

  it('resamples the same users for all columns, so that a constant difference has no width', () => {
    const users = Float64Array.from({ length: 40 }, (_, u) => u % 5);
    const [behind, ahead] = bootstrapMeans([users, users.map((value) => value + 0.1)], 5);
    const { low, high } = middle95(ahead!.map((mean, i) => mean - behind![i]!));
    expect(low).toBeCloseTo(0.1, 9);
    expect(high).toBeCloseTo(0.1, 9);
  });

  it('is not narrowed by repeating each user’s test cases', () => {
    const random = new Random(3);
    const users = Float64Array.from({ length: 500 }, () => random.float());
    const owners = Int32Array.from({ length: 5000 }, (_, i) => Math.floor(i / 10));
    const repeated = Float64Array.from(owners, (owner) => users[owner]!);
    const [once, often] = [bootstrapMeans([users], 1)[0]!, bootstrapMeans([repeated], 1, nothing, owners)[0]!];
    expect(middle95(often).low).toBeCloseTo(middle95(once).low, 9);
    expect(middle95(often).high).toBeCloseTo(middle95(once).high, 9);
  });

  it('is that of the mean over test cases, resampled by user', () => {
    const owners = Int32Array.of(0, 0, 0, 1);
    const means = new Set(bootstrapMeans([Float64Array.of(1, 1, 1, 0)], 1, nothing, owners)[0]);
    expect([...means].toSorted()).toEqual([0, 0.75, 1]);
  });

  it('can be cancelled', () => {
    expect(() =>
      bootstrapMeans([new Float64Array(5)], 1, () => {
        throw new Error('stopped here');
      }),
    ).toThrow('stopped here');
  });
});

describe('the verdict on a model', () => {
  /** Ranks of users: a share of them ranks the target first, the others far behind. */
  const ranksOf = (share: number, seed: number, users = 400) => {
    const random = new Random(seed);
    return Float64Array.from({ length: users }, () => (random.chance(share) ? 1 : 500));
  };

  it('is clear if the lead is large, and names the best baseline', () => {
    const ranks = { model: ranksOf(0.5, 1), popularity: ranksOf(0.1, 2), neighbours: ranksOf(0.2, 3) };
    const { better, bestBaseline, difference, beatsBaselines, intervals, metrics, baselines } = evaluateRanks(
      ranks,
      each(400),
      1,
      nothing,
    );
    expect({ better, bestBaseline, beatsBaselines }).toEqual({
      better: 'clearly',
      bestBaseline: 'neighbours',
      beatsBaselines: true,
    });
    expect(difference!.value).toBeCloseTo(metrics['ndcg@10']! - baselines.neighbours!['ndcg@10']!, 9);
    expect(difference!.low).toBeGreaterThan(0.2);
    for (const [name, measures] of Object.entries({ model: metrics, ...baselines })) {
      for (const [measure, value] of Object.entries(measures)) {
        expect(intervals[name]![measure]!.low).toBeLessThanOrEqual(value);
        expect(intervals[name]![measure]!.high).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it('is inconclusive if the lead may be chance, and negative without a lead', () => {
    const popularity = ranksOf(0.3, 5);
    const ahead = popularity.slice();
    ahead[ahead.indexOf(500)] = 1;
    expect(evaluateRanks({ model: ahead, popularity }, each(400), 1, nothing)).toMatchObject({
      better: 'maybe',
      beatsBaselines: true,
    });
    expect(evaluateRanks({ model: popularity, popularity }, each(400), 1, nothing)).toMatchObject({
      better: 'no',
      beatsBaselines: false,
    });
    expect(evaluateRanks({ model: popularity, popularity: ahead }, each(400), 1, nothing).better).toBe('no');
  });

  it('of one user has no width and is inconclusive', () => {
    const one = Float64Array.of(3);
    const { intervals, better } = evaluateRanks({ model: one, popularity: Float64Array.of(4) }, each(1), 1, nothing);
    expect(intervals.model!['ndcg@10']).toEqual({ low: 0.5, high: 0.5 });
    expect(better).toBe('maybe');
  });
});
