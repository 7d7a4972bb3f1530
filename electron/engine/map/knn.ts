import * as tf from '@tensorflow/tfjs-core';

/** Nearest neighbours of each point: `k` indices and distances per point, row-major, nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly indices: Int32Array;
  /** Cosine distance, 1 − cosine, from 0 to 2. */
  readonly distances: Float32Array;
}

/** Maximum number of products in memory at once: 16 MiB. */
const PRODUCTS_PER_STEP = 2 ** 22;

/**
 * Finds the exact nearest neighbours by cosine of unit vectors (points × width, row-major), excluding the point itself.
 * With the backend's matrix products, a block of rows at a time, exact search is faster than approximate search up to a
 * few hundred thousand points. Requires a started backend (startBackend). Calls `onRows` after each block.
 */
export function nearestNeighbours(
  vectors: Float32Array,
  width: number,
  requestedNeighbours: number,
  onRows: (done: number) => void = () => {},
): Neighbours {
  const points = vectors.length / width;
  const k = Math.max(1, Math.min(requestedNeighbours, points - 1));
  const indices = new Int32Array(points * k);
  const distances = new Float32Array(points * k).fill(Number.POSITIVE_INFINITY);
  const rowsPerStep = Math.max(1, Math.floor(PRODUCTS_PER_STEP / points));
  const matrix = tf.tensor2d(vectors, [points, width]);
  try {
    for (let start = 0; start < points; start += rowsPerStep) {
      const end = Math.min(points, start + rowsPerStep);
      const cosines = products(matrix, start, end);
      for (let a = start; a < end; a++) {
        const row = cosines.subarray((a - start) * points, (a - start + 1) * points);
        updateNearest(row, a, indices.subarray(a * k, a * k + k), distances.subarray(a * k, a * k + k));
      }
      onRows(end);
    }
  } finally {
    matrix.dispose();
  }
  return { k, indices, distances };
}

/** Returns the products of rows `start` to `end` (exclusive) with all rows: (rows × points), row-major. */
function products(matrix: tf.Tensor2D, start: number, end: number): Float32Array {
  const product = tf.tidy(() =>
    tf.matMul(matrix.slice([start, 0], [end - start, matrix.shape[1]]), matrix, false, true),
  );
  const values = product.dataSync<'float32'>();
  product.dispose();
  return values;
}

/** Fills a point's lists, nearest first; ties keep the lower index. */
function updateNearest(cosines: Float32Array, point: number, indices: Int32Array, distances: Float32Array): void {
  const last = distances.length - 1;
  let furthest = distances[last]!;
  for (let b = 0; b < cosines.length; b++) {
    const distance = Math.max(0, 1 - cosines[b]!);
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
