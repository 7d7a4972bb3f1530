import type { KernelTeam } from '../kernels/kernel-team.ts';
import { type Lists, newLists } from './lists.ts';
import type { KernelVectors } from './vectors.ts';

/** Copies the vectors in the order of the points at `ids`, so that neighbours are near each other in memory. */
export async function orderVectors(team: KernelTeam, data: KernelVectors, ids: number): Promise<KernelVectors> {
  const { points, vectors, bias, width } = data;
  const ordered = {
    ...data,
    vectors: team.arena.allocate(4 * points * width),
    bias: team.arena.allocate(4 * points),
  };
  const values = [ids, vectors, bias, width, ordered.vectors, ordered.bias];
  await team.run({ kernel: 'copyVectors', items: points, piece: 4096, values });
  return ordered;
}

/** Copies the lists of points in the order of `ids` to lists in the order of the points. */
export async function renumberLists(team: KernelTeam, lists: Lists, ids: number): Promise<Lists> {
  const { count, k, scores, indices } = lists;
  const renumbered = await newLists(team, count, k);
  const values = [ids, k, scores, indices, renumbered.scores, renumbered.indices];
  await team.run({ kernel: 'renumberLists', items: count, piece: 4096, values });
  return renumbered;
}
