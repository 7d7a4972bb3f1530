import type { Layout } from '../../../shared/contract/jobs.ts';

/** Maximum number of points of an intermediate layout. */
const MAX_POINTS = 4000;

/**
 * Returns the positions and clusters of all points; above the maximum, of every n-th point, the same ones each time.
 */
export function sampledLayout(embedding: readonly (readonly number[])[], cluster: Int32Array): Layout {
  const step = Math.ceil(embedding.length / MAX_POINTS);
  const rows = Array.from({ length: Math.ceil(embedding.length / step) }, (_, i) => i * step);
  return {
    x: Float32Array.from(rows, (row) => embedding[row]?.[0] ?? Number.NaN),
    y: Float32Array.from(rows, (row) => embedding[row]?.[1] ?? Number.NaN),
    cluster: Int32Array.from(rows, (row) => cluster[row] ?? -1),
  };
}
