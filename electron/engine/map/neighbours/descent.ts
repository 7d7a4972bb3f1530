import type { KernelTeam } from '../kernels/kernel-team.ts';
import type { Lists } from './lists.ts';
import type { KernelVectors } from './vectors.ts';

/** Maximum number of iterations. */
const MAX_ROUNDS = 12;
/** The descent ends when an iteration changes fewer than this share of all entries. */
const MIN_CHANGES = 0.005;
/** Maximum number of reverse neighbours that a point gathers through in one iteration. */
const MAX_REVERSE = 15;

export interface DescentMemory {
  readonly copy: number;
  readonly offsets: number;
  readonly sources: number;
  readonly visited: number;
}

export function descentMemory({ arena, threads }: KernelTeam, points: number, k: number): DescentMemory {
  return {
    copy: arena.allocate(4 * points * k),
    offsets: arena.allocate(4 * (points + 1)),
    sources: arena.allocate(4 * points * k),
    visited: arena.allocate(4 * points * threads),
  };
}

/**
 * Improves lists by NN-descent (Dong, Moses and Li, 2011) until few change. `firstRound`: number of iterations before
 * these; returns the number after them. Calls `onPoints` with the number of points that an iteration has done.
 */
export async function descend(
  team: KernelTeam,
  { points, vectors, bias, width }: KernelVectors,
  { k, scores, indices }: Lists,
  { copy, offsets, sources, visited }: DescentMemory,
  { firstRound, seed }: { firstRound: number; seed: number },
  onPoints: (done: number) => void,
): Promise<number> {
  for (let round = firstRound; round < firstRound + MAX_ROUNDS; round++) {
    await team.run({ kernel: 'copyLists', items: points, piece: 16_384, values: [k, indices, copy] });
    await team.run({ kernel: 'reverseLists', items: 1, piece: 1, values: [points, k, copy, offsets, sources] });
    const values = [
      ...[points, k, copy, offsets, sources, MAX_REVERSE, round, seed],
      ...[vectors, bias, width, scores, indices, visited],
    ];
    const changes = await team.run({ kernel: 'descend', items: points, piece: 256, values }, onPoints);
    if (changes < MIN_CHANGES * points * k) return round + 1;
  }
  return firstRound + MAX_ROUNDS;
}
