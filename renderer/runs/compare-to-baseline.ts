import { Baseline, type Evaluation } from '../../shared/contract/train.ts';

/** Whether a model beats the best baseline: clearly, possibly, no, or significantly worse. */
export type BaselineVerdict = 'clearly' | 'maybe' | 'no' | 'worse';

/** Comparison of a run with the best baseline. */
export interface BaselineComparison {
  better: BaselineVerdict;
  best: Baseline;
  /** Recall@10 of the model and of the best baseline. */
  recall: number;
  baselineRecall: number;
  /** Relative improvement in NDCG@10 over the best baseline; null if the baseline's is 0. */
  gain: number | null;
}

export function compareToBaseline({
  metrics,
  baselines,
  bestBaseline,
  beatsBaselines,
  difference,
  verdict,
}: Evaluation): BaselineComparison {
  const best = Baseline.catch('popularity').parse(bestBaseline);
  const baselineMetrics = baselines[best] ?? {};
  const [model, base] = [metrics['ndcg@10'] ?? Number.NaN, baselineMetrics['ndcg@10'] ?? Number.NaN];
  return {
    better: difference && difference.high < 0 ? 'worse' : (verdict?.better ?? (beatsBaselines ? 'maybe' : 'no')),
    best,
    recall: metrics['recall@10'] ?? Number.NaN,
    baselineRecall: baselineMetrics['recall@10'] ?? Number.NaN,
    gain: base > 0 ? model / base - 1 : null,
  };
}
