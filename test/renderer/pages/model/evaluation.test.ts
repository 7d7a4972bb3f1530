import { describe, expect, it } from 'vitest';
import { smoothed } from '../../../../renderer/pages/model/live/smoothed.ts';
import { measures } from '../../../../renderer/pages/model/run/measures.ts';
import { verdictOf } from '../../../../renderer/pages/model/run/verdict.ts';
import { Evaluation } from '../../../../shared/contract/train.ts';

const evaluation = Evaluation.parse({
  run: 'run-1',
  users: 100,
  candidates: 50,
  metrics: { 'recall@10': 0.2, 'ndcg@10': 0.12, mrr: 0.1, surprise: 3 },
  baselines: { popularity: { 'recall@10': 0.1, 'ndcg@10': 0.08, mrr: 0.05 } },
  beatsBaselines: true,
});

describe('the verdict on a run', () => {
  it('says by how much NDCG@10 is above popularity’s', () => {
    expect(verdictOf(evaluation)).toMatchObject({ beats: true, model: 0.12, popularity: 0.08 });
    expect(verdictOf(evaluation).gain).toBeCloseTo(0.5);
  });

  it('is not in favour of a tie', () => {
    const tie = { ...evaluation, baselines: { popularity: { 'ndcg@10': 0.12 } } };
    expect(verdictOf(tie).beats).toBe(false);
  });

  it('names no gain over a popularity that finds nothing', () => {
    const none = { ...evaluation, baselines: { popularity: { 'ndcg@10': 0 } } };
    expect(verdictOf(none)).toMatchObject({ beats: true, gain: null });
  });

  it('shows measures by their proper names and leaves out what it does not know', () => {
    expect(measures(evaluation).map(({ title, k }) => [title, k])).toEqual([
      ['Recall@10', 10],
      ['NDCG@10', 10],
      ['MRR', 0],
    ]);
  });
});

describe('a smoothed curve', () => {
  it('keeps a constant as it is, from the first point on', () => {
    const flat = smoothed(Array.from({ length: 5 }, (_, x) => [x, 7] as const));
    for (const [, y] of flat) expect(y).toBeCloseTo(7);
  });

  it('follows a fall, and lags behind it', () => {
    const fall = smoothed(Array.from({ length: 50 }, (_, x) => [x, x < 10 ? 1 : 0] as const));
    expect(fall[10]![1]).toBeGreaterThan(0.5);
    expect(fall[49]![1]).toBeLessThan(0.05);
  });
});
