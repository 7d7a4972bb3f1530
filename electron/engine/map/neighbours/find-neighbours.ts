import type { KernelTeam } from '../kernels/kernel-team.ts';
import type { Neighbours } from '../knn.ts';
import { approximateLists } from './approximate.ts';
import { exactLists, newScratch } from './exact.ts';
import { readLists } from './lists.ts';
import { loadVectors, type Metric } from './vectors.ts';

/** Maximum number of multiply-adds of an exact search: about a second on one core. */
const MAX_EXACT_COST = 1e10;

export interface NeighbourOptions {
  /** Number of neighbours; at most all other points are found. */
  readonly neighbours: number;
  readonly metric: Metric;
  readonly seed: number;
  /** Whether to search exactly; by default up to a size at which it is fast. */
  readonly exact?: boolean;
}

/**
 * Finds the nearest neighbours of each point (points × width, row-major; all finite), excluding the point itself:
 * exactly up to a size, approximately above. `recall` is the share of the exact neighbours that were found, on a sample.
 * Calls `onPoints` with the number of points done, which starts again if a search is repeated.
 */
export async function findNeighbours(
  team: KernelTeam,
  vectors: Float32Array,
  width: number,
  { neighbours, metric, seed, exact }: NeighbourOptions,
  onPoints: (done: number) => void = () => {},
): Promise<Neighbours & { readonly recall: number }> {
  const data = loadVectors(team, vectors, width, metric);
  const { points } = data;
  const k = Math.max(1, Math.min(neighbours, points - 1));
  const scratch = newScratch(team, data.width);
  if (exact ?? points ** 2 * width <= MAX_EXACT_COST) {
    const lists = await exactLists(team, data, { ids: 0, count: points, k, scratch }, onPoints);
    return { ...(await readLists(team, data, lists)), recall: 1 };
  }
  const { lists, recall } = await approximateLists(team, data, { k, seed, scratch }, onPoints);
  return { ...(await readLists(team, data, lists)), recall };
}
