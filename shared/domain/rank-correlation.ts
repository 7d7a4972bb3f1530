/** Returns Spearman’s rank correlation of two columns; 0 if one of them is constant. */
export function rankCorrelation(a: Float64Array | Float32Array, b: Float64Array | Float32Array): number {
  return correlation(ranks(a), ranks(b), new Float64Array(a.length).fill(1));
}

/** Returns ranks from 0 on; ties get their mean rank. */
export function ranks(values: Float64Array | Float32Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const rankOfRow = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) rankOfRow[order[i]!] = (start + end - 1) / 2;
  }
  return rankOfRow;
}

/** Returns Pearson's correlation; 0 if one side is constant. */
export function correlation(a: Float64Array, b: Float64Array, weights: ArrayLike<number>): number {
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
