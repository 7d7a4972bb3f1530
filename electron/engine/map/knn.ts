import * as tf from '@tensorflow/tfjs';

/** The nearest others of each point: `k` indices and distances a point, row-major, the nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly indices: Int32Array;
  /** Cosine distance, 1 − cosine, from 0 to 2. */
  readonly distances: Float32Array;
}

/** Products that are held at a time: 16 MiB of them. */
const PRODUCTS_A_STEP = 2 ** 22;

/**
 * Exact cosine neighbours of vectors of length 1 (points × width, row-major), a point not being its own. Exact, because
 * with the backend's matrix products, some rows at a time, that is quicker than an approximate search up to some hundred
 * thousand points. Needs a backend that was started (startBackend). `onRows` is called after each step.
 */
export function nearestNeighbours(
  vectors: Float32Array,
  width: number,
  wanted: number,
  onRows: (done: number) => void = () => {},
): Neighbours {
  const points = vectors.length / width;
  const k = Math.max(1, Math.min(wanted, points - 1));
  const indices = new Int32Array(points * k);
  const distances = new Float32Array(points * k).fill(Number.POSITIVE_INFINITY);
  const rowsAStep = Math.max(1, Math.floor(PRODUCTS_A_STEP / points));
  const all = tf.tensor2d(vectors, [points, width]);
  try {
    for (let start = 0; start < points; start += rowsAStep) {
      const end = Math.min(points, start + rowsAStep);
      const cosines = products(all, start, end);
      for (let a = start; a < end; a++) {
        const own = cosines.subarray((a - start) * points, (a - start + 1) * points);
        keepNearest(own, a, indices.subarray(a * k, a * k + k), distances.subarray(a * k, a * k + k));
      }
      onRows(end);
    }
  } finally {
    all.dispose();
  }
  return { k, indices, distances };
}

/** Products of rows `start` to `end` (exclusive) with all rows: (rows × points), row-major. */
function products(all: tf.Tensor2D, start: number, end: number): Float32Array {
  const some = tf.tidy(() => tf.matMul(all.slice([start, 0], [end - start, all.shape[1]]), all, false, true));
  const values = some.dataSync<'float32'>();
  some.dispose();
  return values;
}

/** Fills a point's lists, the nearest first; of equally near ones the first stay. */
function keepNearest(cosines: Float32Array, point: number, indices: Int32Array, distances: Float32Array): void {
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
