import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFor } from '../../../../renderer/base/format.ts';
import { en } from '../../../../renderer/locales/en/index.ts';
import { rankersOf } from '../../../../renderer/pages/model/run/rankers.ts';
import { rankingMetrics } from '../../../../renderer/pages/model/run/ranking-metrics.ts';
import { verdictText } from '../../../../renderer/pages/model/run/verdict-text.ts';
import { compareToBaseline } from '../../../../renderer/runs/compare-to-baseline.ts';
import { dropRepeats } from '../../../../renderer/training/drop-repeats.ts';
import { exponentialMovingAverage } from '../../../../renderer/training/moving-average.ts';
import { interruptedJob, SEARCH_JOBS, TRAINING_JOBS } from '../../../../renderer/training/use-interrupted-job.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { Evaluation, type Verdict } from '../../../../shared/contract/train.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

const evaluation = Evaluation.parse({
  run: 'run-1',
  users: 100,
  candidates: 50,
  metrics: { 'recall@10': 0.2, 'ndcg@10': 0.12, mrr: 0.1, surprise: 3 },
  baselines: {
    popularity: { 'recall@10': 0.1, 'ndcg@10': 0.08, mrr: 0.05 },
    neighbours: { 'recall@10': 0.18, 'ndcg@10': 0.1, mrr: 0.07 },
  },
  bestBaseline: 'neighbours',
  difference: { value: 0.02, low: -0.01, high: 0.05 },
  beatsBaselines: true,
});

const verdict: Verdict = {
  better: 'maybe',
  fit: 'underfit',
  trainingLoss: 3,
  validationLoss: 3.2,
  bestValidationLoss: 3.2,
  popularityLoss: 3.9,
  keptEpoch: 9,
  bestEpoch: 9,
  epochs: 9,
};

describe('the verdict on a run', () => {
  it('compares with the best baseline', () => {
    const comparison = compareToBaseline(evaluation);
    expect(comparison).toMatchObject({ best: 'neighbours', recall: 0.2, baselineRecall: 0.18 });
    expect(comparison.gain).toBeCloseTo(0.2);
  });

  it('is that of the engine, and says if the baseline is significantly better', () => {
    expect(compareToBaseline(evaluation).better).toBe('maybe');
    expect(compareToBaseline({ ...evaluation, verdict: { ...verdict, better: 'clearly' } }).better).toBe('clearly');
    const worseEvaluation = { ...evaluation, difference: { value: -0.03, low: -0.05, high: -0.01 } };
    expect(compareToBaseline({ ...worseEvaluation, verdict: { ...verdict, better: 'no' } }).better).toBe('worse');
  });

  it('states no relative gain over a baseline of zero', () => {
    const uselessBaseline = { ...evaluation, bestBaseline: 'popularity', baselines: { popularity: { 'ndcg@10': 0 } } };
    expect(compareToBaseline(uselessBaseline).gain).toBeNull();
  });

  it('lists the model first, then the baselines, best first', () => {
    expect(rankersOf(evaluation).map(({ name }) => name)).toEqual(['model', 'neighbours', 'popularity']);
  });

  it('lists the blend after the model, and compares it with the best ranker in a sentence', () => {
    const blend = { metrics: { 'ndcg@10': 0.14 }, levels: [] };
    const against = (bestRanker: string, low: number, high: number) =>
      verdictText(i18next.t, formatFor('en'), {
        ...evaluation,
        blend: { ...blend, bestRanker, difference: { value: (low + high) / 2, low, high } },
      }).find((sentence) => sentence.startsWith('A blend'));
    const withBlend = {
      ...evaluation,
      blend: { ...blend, bestRanker: 'model', difference: { value: 0, low: 0, high: 0 } },
    };
    expect(rankersOf(withBlend).map(({ name }) => name)).toEqual(['model', 'blend', 'neighbours', 'popularity']);
    expect(against('model', 0.01, 0.03)).toMatch(/significantly better than the model alone: \+0.0200/);
    expect(against('neighbours', -0.01, 0.03)).toContain(
      'not significantly different from the best baseline, item-kNN,',
    );
    expect(against('model', -0.03, -0.01)).toContain('significantly worse');
  });

  it('names known metrics and omits others', () => {
    expect(rankingMetrics(evaluation).map(({ title, k }) => [title, k])).toEqual([
      ['Recall@10', 10],
      ['NDCG@10', 10],
      ['MRR', 0],
    ]);
  });

  it('is explained in sentences: the result, its certainty, and whether to train longer', () => {
    const sentences = verdictText(i18next.t, formatFor('en'), { ...evaluation, verdict });
    expect(sentences[0]).toContain('20.0%');
    expect(sentences[0]).toContain('item-kNN');
    expect(sentences[1]).toMatch(/not significant: \+0.0200 .* −0.0100/);
    expect(sentences[2]).toContain('Train longer');
    expect(verdictText(i18next.t, formatFor('en'), { ...evaluation, difference: null })).toHaveLength(1);
  });
});

describe('a smoothed curve', () => {
  it('equals a constant from the first point on', () => {
    const flat = exponentialMovingAverage(Array.from({ length: 5 }, (_, x) => [x, 7] as const));
    for (const [, y] of flat) expect(y).toBeCloseTo(7);
  });

  it('follows a decrease with a lag', () => {
    const fallingCurve = exponentialMovingAverage(Array.from({ length: 50 }, (_, x) => [x, x < 10 ? 1 : 0] as const));
    expect(fallingCurve[10]![1]).toBeGreaterThan(0.5);
    expect(fallingCurve[49]![1]).toBeLessThan(0.05);
  });
});

describe('a repeated live figure', () => {
  it('becomes a point each time it changes', () => {
    const repeated = [
      [1, 5],
      [2, 5],
      [3, 4],
      [4, 4],
      [5, 5],
    ] as const;
    expect(dropRepeats(repeated)).toEqual([
      [1, 5],
      [3, 4],
      [5, 5],
    ]);
  });
});

describe('an interrupted training', () => {
  const job = (id: number, state: Job['state'], kind = 'train.start'): Job => ({
    ...{ id: `job-${id}`, kind, state, started: id, ended: null, progress: null, secondsLeft: null },
    ...{ error: null, resumable: state === 'failed' || state === 'cancelled' },
  });

  it('is the newest one that can be resumed', () => {
    expect(
      interruptedJob([job(1, 'done'), job(2, 'cancelled'), job(3, 'failed', 'map.compute')], TRAINING_JOBS)?.id,
    ).toBe('job-2');
  });

  it('is no longer offered once another one has started', () => {
    expect(interruptedJob([job(1, 'cancelled'), job(2, 'running')], TRAINING_JOBS)).toBeNull();
    expect(interruptedJob([job(1, 'cancelled')], SEARCH_JOBS)).toBeNull();
  });
});
