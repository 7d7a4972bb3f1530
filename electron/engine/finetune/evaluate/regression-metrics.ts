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

/** Returns ranks from 0 on; ties get their mean rank. */
function ranks(values: Float64Array | Float32Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const rankOfRow = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) rankOfRow[order[i]!] = (start + end - 1) / 2;
  }
  return rankOfRow;
}

/** Returns Pearson's correlation; 0 if one side is constant. */
function correlation(a: Float64Array, b: Float64Array, weights: ArrayLike<number>): number {
  let [total, sumA, sumB, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let r = 0; r < a.length; r++) {
    const weight = weights[r]!;
    total += weight;
    sumA += weight * a[r]!;
    sumB += weight * b[r]!;
    aa += weight * a[r]! ** 2;
    bb += weight * b[r]! ** 2;
    ab += weight * a[r]! * b[r]!;
  }
  const spread = (aa - sumA ** 2 / total) * (bb - sumB ** 2 / total);
  return spread > 0 ? (ab - (sumA * sumB) / total) / Math.sqrt(spread) : 0;
}
