import { Baseline, type Evaluation } from '../../../../shared/contract/train.ts';

/** Whether a model is better than the best simple rule: surely, perhaps, not, or surely worse. */
export type Better = 'clearly' | 'maybe' | 'no' | 'worse';

/** How a run stands to the best baseline. */
export interface Standing {
  better: Better;
  best: Baseline;
  /** Shares of the users whose next item is among the first ten, of the model and of the best baseline. */
  found: number;
  foundByBest: number;
  /** NDCG@10 of the model over that of the best baseline, less 1; null where that finds nothing. */
  gain: number | null;
}

export function standingOf({
  metrics,
  baselines,
  bestBaseline,
  beatsBaselines,
  difference,
  verdict,
}: Evaluation): Standing {
  const best = Baseline.catch('popularity').parse(bestBaseline);
  const rule = baselines[best] ?? {};
  const [model, base] = [metrics['ndcg@10'] ?? Number.NaN, rule['ndcg@10'] ?? Number.NaN];
  return {
    better: difference && difference.high < 0 ? 'worse' : (verdict?.better ?? (beatsBaselines ? 'maybe' : 'no')),
    best,
    found: metrics['recall@10'] ?? Number.NaN,
    foundByBest: rule['recall@10'] ?? Number.NaN,
    gain: base > 0 ? model / base - 1 : null,
  };
}
