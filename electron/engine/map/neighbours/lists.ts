import type { KernelTeam } from '../kernels/kernel-team.ts';
import type { Neighbours } from '../knn.ts';
import type { KernelVectors } from './vectors.ts';

/** Lists of neighbours in the memory of the kernels: `k` scores and indices each. */
export interface Lists {
  readonly count: number;
  readonly k: number;
  /** Addresses of (count × k). */
  readonly scores: number;
  readonly indices: number;
}

/** Number of lists per piece of a cheap kernel. */
const PIECE = 4096;

export async function newLists(team: KernelTeam, count: number, k: number): Promise<Lists> {
  const { arena } = team;
  const lists = { count, k, scores: arena.allocate(4 * count * k), indices: arena.allocate(4 * count * k) };
  await team.run({ kernel: 'emptyLists', items: count, piece: PIECE, values: [k, lists.scores, lists.indices] });
  return lists;
}

/** Sorts the lists of all points by distance and copies them. */
export async function readLists(
  team: KernelTeam,
  { vectors, width, metric }: KernelVectors,
  { count, k, scores, indices }: Lists,
): Promise<Neighbours> {
  const values = [k, metric === 'cosine' ? 1 : 0, vectors, width, scores, indices];
  await team.run({ kernel: 'sortByDistance', items: count, piece: PIECE, values });
  return {
    k,
    indices: team.arena.ints(indices, count * k).slice(),
    distances: team.arena.floats(scores, count * k).slice(),
  };
}
