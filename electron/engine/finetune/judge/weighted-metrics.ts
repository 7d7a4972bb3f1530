/** Metrics of some rows, each counted as often as its weight says: those of a bootstrap sample, or 1 for all. */
export type Figures = (weights: ArrayLike<number>) => Record<string, number>;

export function sumOf(weights: ArrayLike<number>, rows: number): number {
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += weights[r]!;
  return sum;
}
