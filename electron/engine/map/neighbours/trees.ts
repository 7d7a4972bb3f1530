import type { KernelTeam } from '../kernels/kernel-team.ts';
import type { Scratch } from './exact.ts';
import type { Lists } from './lists.ts';
import type { KernelVectors } from './vectors.ts';

/** Maximum number of points per leaf. */
const LEAF = 256;

/** Random projection tree: its leaves are the segments of a level, each of about equal size. */
interface Tree {
  /** Address of the points in the order of the leaves. */
  readonly ids: number;
  readonly levels: number;
}

export interface TreeMemory {
  readonly ids: number;
  readonly projections: number;
}

export function treeMemory({ arena }: KernelTeam, points: number): TreeMemory {
  return { ids: arena.allocate(4 * points), projections: arena.allocate(4 * points) };
}

/** Grows a random projection tree whose leaves hold more than `minLeaf` points. */
export async function growTree(
  team: KernelTeam,
  { points, vectors, width }: KernelVectors,
  { ids, projections }: TreeMemory,
  { stream, minLeaf, scratch }: { stream: number; minLeaf: number; scratch: Scratch },
  tick: () => void,
): Promise<Tree> {
  const levels = Math.max(0, Math.floor(Math.log2(points / Math.max(LEAF / 2, minLeaf + 1))));
  await team.run({ kernel: 'startTree', items: points, piece: 65_536, values: [ids] });
  for (let level = 0; level < levels; level++) {
    const values = [points, level, stream, ids, projections, vectors, width, scratch.at, scratch.bytes];
    await team.run({ kernel: 'splitSegments', items: 2 ** level, piece: 1, values }, tick);
  }
  return { ids, levels };
}

/** Compares all points of each leaf by brute force. */
export async function joinLeaves(
  team: KernelTeam,
  { points, vectors, bias, width }: KernelVectors,
  { k, scores, indices }: Lists,
  { ids, levels }: Tree,
  scratch: Scratch,
  tick: () => void,
): Promise<void> {
  const values = [points, levels, ids, vectors, bias, width, k, scores, indices, scratch.at, scratch.bytes];
  await team.run({ kernel: 'joinLeaves', items: 2 ** levels, piece: 4, values }, tick);
}
