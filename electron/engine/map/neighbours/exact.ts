import type { KernelTeam } from '../kernels/kernel-team.ts';
import { type Lists, newLists } from './lists.ts';
import type { KernelVectors } from './vectors.ts';

/** Rows per piece: a tile of the kernel. */
const PIECE = 96;

/**
 * Finds the exact neighbours of the points at the address `ids`, or of all with address 0. The `count` lists are in the
 * order of the points.
 */
export async function exactLists(
  team: KernelTeam,
  { points, vectors, bias, width }: KernelVectors,
  { ids, count, k, scratch }: { ids: number; count: number; k: number; scratch: Scratch },
  onRows: (done: number) => void,
): Promise<Lists> {
  const lists = await newLists(team, count, k);
  const { scores, indices } = lists;
  const values = [ids, 1, points, vectors, bias, width, k, scores, indices, scratch.at, scratch.bytes];
  await team.run({ kernel: 'exactNeighbours', items: count, piece: PIECE, values }, onRows);
  return lists;
}

/** Memory for comparisons: `bytes` per thread. */
export interface Scratch {
  readonly at: number;
  readonly bytes: number;
}

export function newScratch(team: KernelTeam, width: number): Scratch {
  const bytes = Math.ceil(team.kernels.joinWork(width) / 64) * 64;
  return { at: team.arena.allocate(bytes * team.threads), bytes };
}
