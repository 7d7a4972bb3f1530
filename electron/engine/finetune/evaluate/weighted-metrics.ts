/** Computes metrics by name for given row weights: the counts of a bootstrap sample, or all 1. */
export type WeightedMetrics = (weights: ArrayLike<number>) => Record<string, number>;

export function sumOf(weights: ArrayLike<number>, rows: number): number {
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += weights[r]!;
  return sum;
}
