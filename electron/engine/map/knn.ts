/** The nearest others of each point: `k` indices and distances a point, row-major, the nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly indices: Int32Array;
  /** Cosine distance, 1 − cosine, from 0 to 2. */
  readonly distances: Float32Array;
}

const ROWS_A_STEP = 64;

/**
 * Exact cosine neighbours of vectors of length 1 (points × width, row-major), a point not being its own. Exact, because an
 * approximate search saves time only from some ten thousand points on. `onRows` is called after each step.
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
  for (let start = 0; start < points; start += ROWS_A_STEP) {
    const end = Math.min(points, start + ROWS_A_STEP);
    for (let a = start; a < end; a++) {
      const near = { indices: indices.subarray(a * k, a * k + k), distances: distances.subarray(a * k, a * k + k) };
      for (let b = 0; b < points; b++) if (b !== a) insert(near, b, 1 - dot(vectors, a * width, b * width, width));
    }
    onRows(end);
  }
  return { k, indices, distances };
}

function dot(v: Float32Array, a: number, b: number, width: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 4 <= width; i += 4) {
    s0 += v[a + i]! * v[b + i]!;
    s1 += v[a + i + 1]! * v[b + i + 1]!;
    s2 += v[a + i + 2]! * v[b + i + 2]!;
    s3 += v[a + i + 3]! * v[b + i + 3]!;
  }
  for (; i < width; i++) s0 += v[a + i]! * v[b + i]!;
  return s0 + s1 + s2 + s3;
}

/** Keeps the list sorted; a point that is not nearer than its last is left out. */
function insert(
  { indices, distances }: { indices: Int32Array; distances: Float32Array },
  point: number,
  distance: number,
): void {
  let at = distances.length - 1;
  if (distance >= distances[at]!) return;
  for (; at > 0 && distances[at - 1]! > distance; at--) {
    distances[at] = distances[at - 1]!;
    indices[at] = indices[at - 1]!;
  }
  distances[at] = Math.max(0, distance);
  indices[at] = point;
}
