/** Vectors of length 1, (points × width), row-major. */
export interface Points {
  readonly vectors: Float32Array;
  readonly width: number;
}

/** The cluster whose members' mean points most nearly the way that those of `from` do; null where there is no other. */
export function nearestCentre(points: Points, clusters: Int32Array, from: number): number | null {
  const sums = clusterSums(points, clusters);
  const own = sums.get(from);
  if (!own) return null;
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [cluster, sum] of sums) {
    if (cluster === from) continue;
    const likeness = cosine(own, sum);
    if (likeness > most) [best, most] = [cluster, likeness];
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

/** 0 where a vector has no direction. */
function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    ofA += a[i]! ** 2;
    ofB += b[i]! ** 2;
  }
  return ofA > 0 && ofB > 0 ? dot / Math.sqrt(ofA * ofB) : 0;
}
