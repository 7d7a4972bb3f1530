import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatOf } from '../../../../renderer/base/format.ts';
import { en } from '../../../../renderer/locales/en/index.ts';
import { changes } from '../../../../renderer/pages/model/live/drop-repeats.ts';
import { smoothed } from '../../../../renderer/pages/model/live/moving-average.ts';
import { interrupted, SEARCHES, TRAININGS } from '../../../../renderer/pages/model/live/use-interrupted-job.ts';
import { standingOf } from '../../../../renderer/pages/model/run/compare-to-baseline.ts';
import { rankersOf } from '../../../../renderer/pages/model/run/rankers.ts';
import { measuresOf } from '../../../../renderer/pages/model/run/ranking-metrics.ts';
import { verdictText } from '../../../../renderer/pages/model/run/verdict-text.ts';
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
  it('is measured against the best baseline, whichever that is', () => {
    const standing = standingOf(evaluation);
    expect(standing).toMatchObject({ best: 'neighbours', found: 0.2, foundByBest: 0.18 });
    expect(standing.gain).toBeCloseTo(0.2);
  });

  it('is the engine’s, and says where the baseline is surely ahead', () => {
    expect(standingOf(evaluation).better).toBe('maybe');
    expect(standingOf({ ...evaluation, verdict: { ...verdict, better: 'clearly' } }).better).toBe('clearly');
    const behind = { ...evaluation, difference: { value: -0.03, low: -0.05, high: -0.01 } };
    expect(standingOf({ ...behind, verdict: { ...verdict, better: 'no' } }).better).toBe('worse');
  });

  it('names no gain over a baseline that finds nothing', () => {
    const none = { ...evaluation, bestBaseline: 'popularity', baselines: { popularity: { 'ndcg@10': 0 } } };
    expect(standingOf(none).gain).toBeNull();
  });

  it('lists the model first, then the baselines from the best on', () => {
    expect(rankersOf(evaluation).map(({ name }) => name)).toEqual(['model', 'neighbours', 'popularity']);
  });

  it('shows measures by their proper names and leaves out what it does not know', () => {
    expect(measuresOf(evaluation).map(({ title, k }) => [title, k])).toEqual([
      ['Recall@10', 10],
      ['NDCG@10', 10],
      ['MRR', 0],
    ]);
  });

  it('is told in sentences: what was found, how sure that is, and whether to train longer', () => {
    const told = verdictText(i18next.t, formatOf('en'), { ...evaluation, verdict });
    expect(told[0]).toContain('20.0%');
    expect(told[0]).toContain('item neighbours');
    expect(told[1]).toMatch(/not certain: \+0.0200 .* −0.0100/);
    expect(told[2]).toContain('Train longer');
    expect(verdictText(i18next.t, formatOf('en'), { ...evaluation, difference: null })).toHaveLength(1);
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

describe('a figure that is told again and again', () => {
  it('becomes a point each time it changes', () => {
    const told = [
      [1, 5],
      [2, 5],
      [3, 4],
      [4, 4],
      [5, 5],
    ] as const;
    expect(changes(told)).toEqual([
      [1, 5],
      [3, 4],
      [5, 5],
    ]);
  });
});

describe('a training that was interrupted', () => {
  const job = (id: number, state: Job['state'], kind = 'train.start'): Job => ({
    ...{ id: `job-${id}`, kind, state, started: id, ended: null, progress: null, secondsLeft: null },
    ...{ error: null, resumable: state === 'failed' || state === 'cancelled' },
  });

  it('is the newest one, where it can be gone on with', () => {
    expect(interrupted([job(1, 'done'), job(2, 'cancelled'), job(3, 'failed', 'map.compute')], TRAININGS)?.id).toBe(
      'job-2',
    );
  });

  it('is forgotten once another has been started', () => {
    expect(interrupted([job(1, 'cancelled'), job(2, 'running')], TRAININGS)).toBeNull();
    expect(interrupted([job(1, 'cancelled')], SEARCHES)).toBeNull();
  });
});
