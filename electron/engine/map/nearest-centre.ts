/** Unit vectors, (points × width), row-major. */
export interface Points {
  readonly vectors: Float32Array;
  readonly width: number;
}

/** Returns the other cluster with the most similar mean vector by cosine; null if there is no other. */
export function nearestCentre(points: Points, clusters: Int32Array, from: number): number | null {
  const sums = clusterSums(points, clusters);
  const ownSum = sums.get(from);
  if (!ownSum) return null;
  let best: number | null = null;
  let highestSimilarity = Number.NEGATIVE_INFINITY;
  for (const [cluster, sum] of sums) {
    if (cluster === from) continue;
    const similarity = cosine(ownSum, sum);
    if (similarity > highestSimilarity) [best, highestSimilarity] = [cluster, similarity];
  }
  return best;
}

function clusterSums({ vectors, width }: Points, clusters: Int32Array): Map<number, Float64Array> {
  const sums = new Map<number, Float64Array>();
  clusters.forEach((cluster, point) => {
    const sum = sums.get(cluster) ?? new Float64Array(width);
    sums.set(cluster, sum);
    for (let i = 0; i < width; i++) sum[i]! += vectors[point * width + i]!;
  });
  return sums;
}

/** Cosine similarity; 0 if a vector is zero. */
function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    squaresA += a[i]! ** 2;
    squaresB += b[i]! ** 2;
  }
  return squaresA > 0 && squaresB > 0 ? dot / Math.sqrt(squaresA * squaresB) : 0;
}
