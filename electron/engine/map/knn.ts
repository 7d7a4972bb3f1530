import type { Metric } from './neighbours/vectors.ts';

/** Nearest neighbours of each point: `k` indices and distances per point, row-major, nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly indices: Int32Array;
  /** Cosine distance, 1 − cosine, from 0 to 2, or Euclidean distance. */
  readonly distances: Float32Array;
}

/**
 * Finds the exact nearest neighbours of points (points × width, row-major), excluding the point itself, by comparing all
 * pairs without kernels: for machines that cannot run them, and as their reference. Vectors have unit length for the
 * cosine distance. Calls `onRows` from time to time.
 */
export function nearestNeighbours(
  vectors: Float32Array,
  width: number,
  requestedNeighbours: number,
  metric: Metric = 'cosine',
  onRows: (done: number) => void = () => {},
): Neighbours {
  const points = vectors.length / width;
  const k = Math.max(1, Math.min(requestedNeighbours, points - 1));
  const indices = new Int32Array(points * k);
  const distances = new Float32Array(points * k).fill(Number.POSITIVE_INFINITY);
  const rowDistances = new Float32Array(points);
  for (let a = 0; a < points; a++) {
    for (let b = 0; b < points; b++) rowDistances[b] = distanceOf(vectors, width, a, b, metric);
    updateNearest(rowDistances, a, indices.subarray(a * k, a * k + k), distances.subarray(a * k, a * k + k));
    if (a % 16 === 15) onRows(a + 1);
  }
  onRows(points);
  return { k, indices, distances };
}

function distanceOf(vectors: Float32Array, width: number, a: number, b: number, metric: Metric): number {
  let [dot, squares] = [0, 0];
  for (let i = 0; i < width; i++) {
    const [x, y] = [vectors[a * width + i]!, vectors[b * width + i]!];
    dot += x * y;
    squares += (x - y) * (x - y);
  }
  return metric === 'cosine' ? Math.max(0, 1 - dot) : Math.sqrt(squares);
}

/** Fills a point's lists, nearest first; ties keep the lower index. */
function updateNearest(rowDistances: Float32Array, point: number, indices: Int32Array, distances: Float32Array): void {
  const last = distances.length - 1;
  let furthest = distances[last]!;
  for (let b = 0; b < rowDistances.length; b++) {
    const distance = rowDistances[b]!;
    if (distance >= furthest || b === point) continue;
    let at = last;
    for (; at > 0 && distances[at - 1]! > distance; at--) {
      distances[at] = distances[at - 1]!;
      indices[at] = indices[at - 1]!;
    }
    distances[at] = distance;
    indices[at] = b;
    furthest = distances[last]!;
  }
}
