import { describe, expect, it } from 'vitest';
import { describeEvaluation } from '../../electron/cli/commands/evaluation-text.ts';
import { Evaluation, type Verdict } from '../../shared/contract/train.ts';

const judged: Verdict = {
  better: 'clearly',
  fit: 'good',
  trainingLoss: 4.5,
  validationLoss: 5,
  bestValidationLoss: 4.9,
  popularityLoss: 7,
  keptEpoch: 20,
  bestEpoch: 18,
  epochs: 20,
};

function textOf(verdict: Partial<Verdict>, more: object = {}): string {
  return describeEvaluation(
    Evaluation.parse({
      run: 'run-1',
      users: 900,
      candidates: 1700,
      metrics: { 'recall@10': 0.2, 'ndcg@10': 0.12, mrr: 0.1 },
      baselines: { popularity: { 'ndcg@10': 0.04 }, followers: { 'ndcg@10': 0.09 } },
      intervals: { model: { 'ndcg@10': { low: 0.1, high: 0.14 } } },
      beyondAccuracy: { model: { coverage: 0.4, popularity: 0.875, novelty: 2 } },
      bestBaseline: 'followers',
      difference: { value: 0.03, low: 0.01, high: 0.05 },
      verdict: { ...judged, ...verdict },
      beatsBaselines: true,
      ...more,
    }),
  );
}

describe('the text of an evaluation', () => {
  it('says that the data has changed since the training', () => {
    expect(textOf({}, { dataChanged: true })).toContain('The data has changed since this run was trained');
    expect(textOf({})).not.toContain('has changed');
  });

  it('has a row for the model and each baseline, best first, and the verdict', () => {
    const text = textOf({});
    expect(text).toContain(
      'run-1: the next item of 900 users, ranked among 1,700 items, earlier items of the user excluded',
    );
    expect(text).toMatch(
      /model +0\.2000 +0\.1200 +0\.1000 to 0\.1400 +0\.1000 +40\.0 % +87\.5 %\n.*followers.*\n.*popularity/,
    );
    expect(text).toContain('beats every baseline (+0.0300 NDCG@10 vs followers, 95 % interval +0.0100 to +0.0500)');
    expect(text).toContain('sound');
  });

  it('has a row for the blend, and compares it with the best ranker alone', () => {
    const difference = { value: 0.02, low: 0.01, high: 0.03 };
    const blend = {
      metrics: { 'recall@10': 0.3, 'ndcg@10': 0.14, mrr: 0.2 },
      bestRanker: 'model',
      difference,
      levels: [],
    };
    const text = textOf({}, { blend });
    expect(text).toMatch(/model .*\n +blend +0\.3000 +0\.1400 .*\n +followers/);
    expect(text).toContain('is better than “model” alone (+0.0200 NDCG@10, 95 % interval +0.0100 to +0.0300)');
  });

  it('says that a lead is not significant, or that there is none', () => {
    expect(textOf({ better: 'maybe' }, { difference: { value: 0.01, low: -0.01, high: 0.03 } })).toContain(
      'not significant (+0.0100 NDCG@10 vs followers, 95 % interval −0.0100 to +0.0300)',
    );
    expect(textOf({ better: 'no' })).toContain('does not beat the baseline “followers”');
  });

  it.each<[string, Partial<Verdict>, RegExp]>([
    ['longer training', { fit: 'underfit', keptEpoch: 20 }, /underfit.*still falling.*--set epochs=40/],
    [
      'other settings',
      { fit: 'underfit', validationLoss: 6.95 },
      /underfit.*no better than that of item popularity.*learningRate/,
    ],
    ['early stopping', { fit: 'overfit', bestEpoch: 7 }, /overfit.*epoch 7.*--set patience=5/],
    ['nothing without a diagnosis', { fit: 'unknown' }, /too few epochs/],
  ])('recommends %s', (_what, verdict, expected) => {
    expect(textOf(verdict)).toMatch(expected);
  });

  it('says what was skipped and why, and where the ranks are', () => {
    const skipped = [{ baseline: 'factors', reason: 'too-slow' }];
    const text = textOf({}, { skipped, ranksFile: 'models/run-1/evaluation/ranks.csv' });
    expect(text).toContain('factors was skipped: it exceeded its time limit');
    expect(text).toContain('models/run-1/evaluation/ranks.csv');
  });

  it('has metrics but no verdict for an evaluation of an earlier version', () => {
    const text = textOf({}, { verdict: null, difference: null, intervals: {}, beyondAccuracy: {} });
    expect(text).toMatch(/model +0\.2000 +0\.1200 +– +0\.1000 +– +–/);
    expect(text).not.toContain('baseline (');
  });
});
