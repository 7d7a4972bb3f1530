import { UMAP } from 'umap-js';
import { Random } from '../../../shared/domain/random.ts';
import type { Neighbours } from './knn.ts';

export interface LayoutOptions {
  readonly minDist: number;
  readonly epochs?: number | undefined;
  readonly seed: number;
}

/**
 * Computes two coordinates per point with UMAP (McInnes, Healy and Melville, 2018) from precomputed neighbours;
 * deterministic for a given seed. Uses at most `points − 2` neighbours of each point, the most that umap-js accepts.
 * Calls `onEpoch` after each epoch, with the coordinates at which it has arrived.
 */
export function layOutPoints(
  neighbours: Neighbours,
  { minDist, epochs, seed }: LayoutOptions,
  onEpoch: (done: number, total: number, embedding: readonly (readonly number[])[]) => void,
): { x: Float32Array; y: Float32Array } {
  const { k, indices, distances } = neighbours;
  const points = indices.length / k;
  const used = Math.min(k, points - 2);
  const random = new Random(seed);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: used + 1,
    minDist,
    random: () => random.float(),
    ...(epochs === undefined ? {} : { nEpochs: epochs }),
  });
  /** umap-js expects each point as its own nearest neighbour. */
  const rows = Array.from({ length: points }, (_, n) => [n, ...indices.subarray(n * k, n * k + used)]);
  const lengths = Array.from({ length: points }, (_, n) => [0, ...distances.subarray(n * k, n * k + used)]);
  umap.setPrecomputedKNN(rows, lengths);
  const total = umap.initializeFit(rows);
  for (let epoch = 1; epoch <= total; epoch++) {
    umap.step();
    onEpoch(epoch, total, umap.getEmbedding());
  }
  const embedding = umap.getEmbedding();
  return {
    x: Float32Array.from(embedding, (point) => point[0]!),
    y: Float32Array.from(embedding, (point) => point[1]!),
  };
}
