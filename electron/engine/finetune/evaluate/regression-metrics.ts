import { correlation, ranks } from '../../../../shared/domain/rank-correlation.ts';
import type { WeightedMetrics } from './weighted-metrics.ts';

/** Prepares mean absolute error, root mean squared error, R² and Spearman's rank correlation. */
export function regressionMetrics(truth: Float64Array, predicted: Float32Array): WeightedMetrics {
  const ranksOfTruth = ranks(truth);
  const ranksOfPredicted = ranks(predicted);
  return (weights) => {
    let total = 0;
    let absolute = 0;
    let squared = 0;
    let sum = 0;
    let squares = 0;
    for (let r = 0; r < truth.length; r++) {
      const [weight, t] = [weights[r]!, truth[r]!];
      const error = predicted[r]! - t;
      total += weight;
      absolute += weight * Math.abs(error);
      squared += weight * error ** 2;
      sum += weight * t;
      squares += weight * t ** 2;
    }
    const spread = squares - sum ** 2 / total;
    return {
      mae: absolute / total,
      rmse: Math.sqrt(squared / total),
      r2: 1 - squared / spread,
      spearman: correlation(ranksOfTruth, ranksOfPredicted, weights),
    };
  };
}
